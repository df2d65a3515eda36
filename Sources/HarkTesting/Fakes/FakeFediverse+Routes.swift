import Foundation
import HarkCore
import Hummingbird
import Synchronization

extension FakeFediverse {
    typealias Routes = Router<BasicRequestContext>

    /// The part of the API that an inbox uses.
    func router() -> Routes {
        let router = Routes()
        router.get("/api/v1/accounts/verify_credentials") { request, _ in
            try await self.answer(request) { _ in
                self.ok(FakeFediverseAccount(id: "1", acct: self.account))
            }
        }
        router.get("/api/v1/notifications") { request, _ in
            try await self.answer(request) { self.notifications($0) }
        }
        router.get("/api/v1/statuses") { request, _ in
            try await self.answer(request) { request in
                let ids = request.uri.queryParameters[values: "id[]"].compactMap { Int($0) }
                return self.ok(self.timeline.withLock { timeline in ids.compactMap { timeline.posts[$0] } })
            }
        }
        router.post("/api/v1/statuses") { request, _ in
            try await self.answer(request) { try await self.post($0) }
        }
        router.put("/api/v1/statuses/{id}") { request, context in
            let id = try context.parameters.require("id")
            return try await self.answer(request) { try await self.change(id, $0) }
        }
        return router
    }

    private func answer(
        _ request: Request,
        _ handler: (Request) async throws -> Response
    ) async throws -> Response {
        switch try await door.admit(request) {
        case .rateLimited(let seconds):
            let reset = Instant.present + .seconds(Int64(seconds))
            return refusal(429, "Too many requests", resetAt: reset)
        case .status(let code): return refusal(code, "trouble was ordered")
        case .malformed: return .json(#"[{"id":"1","type":"men"#)
        case .hang, .pass, nil: break
        }
        guard request.header("Authorization") == "Bearer \(token)" else {
            return refusal(401, "The access token is invalid")
        }
        return try await handler(request)
    }

    private func notifications(_ request: Request) -> Response {
        struct Shown: Encodable {
            var id: String
            var type: String
            var created_at: Instant
            var account: FakeFediverseAccount
            var status: FakeFediversePost
        }
        let query = request.uri.queryParameters
        func number(_ name: String) -> Int? { query[name[...]].flatMap { Int($0) } }
        let shown = timeline.withLock { timeline in
            timeline.page(
                types: query[values: "types[]"].map(String.init),
                min: number("min_id"),
                since: number("since_id"),
                max: number("max_id"),
                limit: min(number("limit") ?? 40, 80)
            ).compactMap { note in
                timeline.posts[note.post].map { post in
                    Shown(
                        id: String(note.id),
                        type: note.type,
                        created_at: post.createdAt,
                        account: post.account,
                        status: post
                    )
                }
            }
        }
        return ok(shown, link: shown.first.flatMap { first in shown.last.map { (first.id, $0.id) } })
    }

    private func post(_ request: Request) async throws -> Response {
        struct Body: Decodable {
            var status: String
            var in_reply_to_id: String?
            var visibility: String?
        }
        guard let body = try await request.json(Body.self) else {
            return refusal(400, "The body is no JSON")
        }
        guard let text = accepted(body.status) else { return unacceptable }
        let key = request.header("Idempotency-Key")
        let post = timeline.withLock {
            $0.post(text, visibility: body.visibility ?? "public", parent: body.in_reply_to_id, key: key)
        }
        return post.map { ok($0) } ?? refusal(404, "Record not found")
    }

    private func change(_ id: String, _ request: Request) async throws -> Response {
        struct Body: Decodable {
            var status: String
        }
        guard let body = try await request.json(Body.self) else {
            return refusal(400, "The body is no JSON")
        }
        guard let text = accepted(body.status) else { return unacceptable }
        return timeline.withLock { $0.change(id, text) }.map { ok($0) } ?? refusal(404, "Record not found")
    }

    private func accepted(_ text: String) -> String? { (1...500).contains(text.count) ? text : nil }

    private var unacceptable: Response { refusal(422, "Validation failed: Text must have 1 to 500 characters") }
}

extension FakeFediverse {
    private func ok(_ body: some Encodable, link: (newest: String, oldest: String)? = nil) -> Response {
        var headers = limits(resetAt: .present + .minutes(5))
        if let link {
            // The host is wrong, as behind a badly configured proxy: whoever follows it leaves.
            let page = "http://wrong.invalid/api/v1/notifications"
            headers["Link"] =
                "<\(page)?max_id=\(link.oldest)>; rel=\"next\", <\(page)?min_id=\(link.newest)>; rel=\"prev\""
        }
        let bytes = (try? JSONEncoder().encode(body)) ?? Data()
        return .json(String(decoding: bytes, as: UTF8.self), headers: headers)
    }

    private func refusal(_ code: Int, _ text: String, resetAt: Instant? = nil) -> Response {
        .json(#"{"error":"\#(text)"}"#, code: code, headers: limits(resetAt: resetAt ?? .present + .minutes(5)))
    }

    private func limits(resetAt: Instant) -> [String: String] {
        ["X-RateLimit-Limit": "300", "X-RateLimit-Reset": resetAt.description]
    }
}

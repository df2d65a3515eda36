import HarkCore
import Hummingbird

/// The inbox: `/api/v1/conversations`.
extension Doors {
    var conversations: [Endpoint] {
        let list = "/api/v1/conversations"
        let one = list + "/{id}"
        return [
            Endpoint(.get, list, .role(.agent)) { request, scope in try await inbox(request, scope) },
            Endpoint(.get, one, .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(try await desk(of: scope).conversation(.init(try scope.number())))
            },
            Endpoint(.get, one + "/why", .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(try await desk(of: scope).explain(.init(try scope.number())))
            },
            Endpoint(.post, one + "/replies", .role(.agent)) { request, scope in try await reply(request, scope) },
            Endpoint(.post, one + "/edits", .role(.agent)) { request, scope in try await edit(request, scope) },
            Endpoint(.post, one + "/notes", .role(.agent)) { request, scope in try await note(request, scope) },
            Endpoint(.patch, one, .role(.agent)) { request, scope in try await change(request, scope) },
        ]
    }

    private func inbox(_ request: Request, _ scope: RequestScope) async throws -> Response {
        let parameters = try AddressParameters(request, known: ["q", "limit", "cursor"])
        let query = try parameters.text("q", upTo: 2000) ?? ""
        let limit = try parameters.limit()
        let page = try await desk(of: scope).inbox(
            InboxRequest(query: query, limit: limit, cursor: try parameters.text("cursor", upTo: 500))
        )
        var response = JSONBody.response(page)
        response.link(toNext: page.next, of: request, keeping: [("q", query), ("limit", String(limit))])
        return response
    }

    private func reply(_ request: Request, _ scope: RequestScope) async throws -> Response {
        let id = Conversation.ID(try scope.number())
        let body = try await JSONBody.read(ReplyBody.self, from: request, fields: ReplyBody.fields)
        try Self.checkLength(body.text)
        let command = ReplyCommand(
            text: body.text,
            then: body.then ?? .pending,
            idempotencyKey: try Self.idempotencyKey(request) ?? body.idempotencyKey,
            seen: body.seen,
            extras: body.extras
        )
        let summary = try await desk(of: scope).reply(id, command)
        wakeups.commanded()
        return JSONBody.response(summary, status: .created)
    }

    private func edit(_ request: Request, _ scope: RequestScope) async throws -> Response {
        let id = Conversation.ID(try scope.number())
        let fields: Set = ["message", "text", "idempotency_key"]
        var edit = try await JSONBody.read(EditCommand.self, from: request, fields: fields)
        try Self.checkLength(edit.text)
        edit.idempotencyKey = try Self.idempotencyKey(request) ?? edit.idempotencyKey
        let summary = try await desk(of: scope).edit(id, edit)
        wakeups.commanded()
        return JSONBody.response(summary, status: .created)
    }

    private func note(_ request: Request, _ scope: RequestScope) async throws -> Response {
        let id = Conversation.ID(try scope.number())
        let body = try await JSONBody.read(NoteBody.self, from: request, fields: ["text"])
        try Self.checkLength(body.text)
        let summary = try await desk(of: scope).note(id, text: body.text)
        wakeups.commanded()
        return JSONBody.response(summary, status: .created)
    }

    private func change(_ request: Request, _ scope: RequestScope) async throws -> Response {
        let id = Conversation.ID(try scope.number())
        let fields: Set = ["assignee", "team", "add_tags", "remove_tags", "state", "snoozed_until"]
        let change = try await JSONBody.read(ConversationChange.self, from: request, fields: fields)
        let summary = try await desk(of: scope).change(id, change)
        wakeups.commanded()
        return JSONBody.response(summary)
    }

    private static func checkLength(_ text: String) throws {
        guard text.utf8.count <= 100_000 else {
            throw Failure(
                .textTooLong,
                "the text has \(text.utf8.count) bytes; at most 100000 are stored",
                problems: [.init(pointer: "/text", detail: "at most 100000 bytes")]
            )
        }
    }

    /// The key of a repeated request, with or without the quotes of a structured field.
    private static func idempotencyKey(_ request: Request) throws -> String? {
        guard var key = request.headers[.idempotencyKey] else { return nil }
        if key.count >= 2, key.hasPrefix("\""), key.hasSuffix("\"") { key = String(key.dropFirst().dropLast()) }
        guard (1...255).contains(key.count) else {
            throw Failure(.badRequest, "Idempotency-Key must have 1 to 255 characters")
        }
        return key
    }
}

private struct ReplyBody: Decodable {
    var text: String
    var then: Conversation.State?
    var idempotencyKey: String?
    var seen: Int64?
    var extras: ReplyExtras?

    static let fields: Set = ["text", "then", "idempotency_key", "seen", "extras"]

    enum CodingKeys: String, CodingKey {
        case text
        case then
        case idempotencyKey = "idempotency_key"
        case seen
        case extras
    }
}

private struct NoteBody: Decodable {
    var text: String
}

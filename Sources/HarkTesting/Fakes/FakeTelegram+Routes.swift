import Foundation
import Hummingbird
import Synchronization

extension FakeTelegram {
    /// The methods that an inbox calls. A wrong token is a path that does not exist, as at Telegram.
    func router() -> Router<BasicRequestContext> {
        let router = Router<BasicRequestContext>()
        let methods = router.group("/bot\(token)")
        methods.get("/getMe") { request, _ in
            try await self.answer(request) { _ in
                .json(
                    #"{"ok":true,"result":{"id":4711,"is_bot":true,"first_name":"Acme","username":"\#(self.username)"}}"#
                )
            }
        }
        methods.post("/getUpdates") { request, _ in
            try await self.answer(request) { try await self.updates($0) }
        }
        methods.post("/sendMessage") { request, _ in
            try await self.answer(request) { try await self.send($0) }
        }
        return router
    }

    private func answer(
        _ request: Request,
        _ handler: (Request) async throws -> Response
    ) async throws -> Response {
        switch try await door.admit(request) {
        case .rateLimited(let seconds):
            return refusal(
                429,
                "Too Many Requests: retry after \(seconds)",
                #","parameters":{"retry_after":\#(seconds)}"#
            )
        case .status(let code): return refusal(code, "trouble was ordered")
        case .malformed: return .json(#"{"ok":true,"result":[{"update_id":1,"mess"#)
        case .hang, .pass, nil: return try await handler(request)
        }
    }

    private func updates(_ request: Request) async throws -> Response {
        struct Ask: Decodable {
            var offset: Int64?
            var limit: Int?
            var timeout: Int?
        }
        guard let ask = try await request.json(Ask.self) else {
            return refusal(400, "Bad Request: can't parse the request")
        }
        let limit = ask.limit ?? 100
        let (isBlocked, first, wakes) = queue.withLock { queue in
            let first = queue.poll(from: ask.offset, limit: limit)
            return (queue.hasWebhook, first, first.isEmpty ? queue.wait() : nil)
        }
        if isBlocked {
            return refusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook")
        }
        guard let wakes, let timeout = ask.timeout, timeout > 0 else { return result(first) }
        switch await wake(from: wakes, within: timeout) {
        case .conflict:
            return refusal(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
            )
        case .updates, nil: return result(queue.withLock { Array($0.updates.prefix(limit)) })
        }
    }

    private func wake(
        from wakes: AsyncStream<FakeTelegramQueue.Wake>,
        within seconds: Int
    ) async -> FakeTelegramQueue.Wake? {
        await withTaskGroup(of: FakeTelegramQueue.Wake?.self) { group in
            group.addTask { await wakes.first { _ in true } }
            group.addTask {
                try? await Task.sleep(for: .seconds(seconds))
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    private func send(_ request: Request) async throws -> Response {
        struct Reply: Decodable {
            var message_id: Int64
        }
        struct Body: Decodable {
            var chat_id: Int64
            var text: String
            var reply_parameters: Reply?
            var message_thread_id: Int64?
        }
        guard let body = try await request.json(Body.self), !body.text.isEmpty else {
            return refusal(400, "Bad Request: message text is empty")
        }
        guard body.text.count <= 4096 else { return refusal(400, "Bad Request: message is too long") }
        let sent = queue.withLock {
            $0.send(
                to: body.chat_id,
                body.text,
                replyTo: body.reply_parameters?.message_id,
                topic: body.message_thread_id
            )
        }
        return .json(
            #"{"ok":true,"result":{"message_id":\#(sent.message),"date":1,"chat":{"id":\#(sent.chat),"type":"private"}}}"#
        )
    }

    private func result(_ updates: [FakeTelegramQueue.Update]) -> Response {
        .json(#"{"ok":true,"result":[\#(updates.map(\.json).joined(separator: ","))]}"#)
    }

    private func refusal(_ code: Int, _ text: String, _ more: String = "") -> Response {
        .json(
            #"{"ok":false,"error_code":\#(code),"description":"\#(text)"\#(more)}"#,
            code: code
        )
    }
}

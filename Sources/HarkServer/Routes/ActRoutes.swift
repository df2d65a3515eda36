import HarkCore
import Hummingbird

/// Deeds on many conversations, their history, taking them back: `/api/v1/acts`.
extension Doors {
    var acts: [Endpoint] {
        let list = "/api/v1/acts"
        return [
            Endpoint(.get, list, .role(.agent)) { request, scope in
                let parameters = try AddressParameters(request, known: ["before", "limit"])
                let before = try parameters.number("before", default: Int64.max, in: 1...Int64.max)
                let limit = try parameters.limit()
                let acts = try await desk(of: scope).history(before: before, limit: limit)
                var response = JSONBody.response(Listing(data: acts))
                if acts.count == limit, let last = acts.last {
                    response.link(toNext: [("before", String(last.id)), ("limit", String(limit))], of: request)
                }
                return response
            },
            Endpoint(.post, list, .role(.agent)) { request, scope in
                let command = try await JSONBody.read(
                    ActBody.self,
                    from: request,
                    fields: ["ids", "deed", "all_or_nothing"]
                )
                return try await changed {
                    try await desk(of: scope).act(
                        ActCommand(
                            ids: command.ids,
                            deed: command.deed,
                            isAllOrNothing: command.isAllOrNothing ?? false
                        )
                    )
                }
            },
            Endpoint(.post, list + "/undo", .role(.agent)) { request, scope in
                let body = try await JSONBody.read(UndoBody.self, from: request, fields: ["act"])
                return try await changed { try await desk(of: scope).undo(body.act) }
            },
            Endpoint(.post, "/api/v1/next", .role(.agent)) { request, scope in
                let body = try await JSONBody.read(NextBody.self, from: request, fields: ["q"])
                let taken = try await changed(ConversationPlace.init) {
                    try await desk(of: scope).takeNext(body.query ?? "")
                }
                return taken
            },
        ]
    }

    /// Answers with what a command returns, and wakes those who must look.
    func changed<Value: Encodable>(_ work: () async throws -> Value) async throws -> Response {
        try await changed({ $0 }, work)
    }

    private func changed<Value, Shown: Encodable>(
        _ show: (Value) -> Shown,
        _ work: () async throws -> Value
    ) async throws -> Response {
        let value = try await work()
        wakeups.commanded()
        return JSONBody.response(show(value))
    }
}

private struct ActBody: Decodable {
    var ids: [Int64]
    var deed: Deed
    var isAllOrNothing: Bool?

    enum CodingKeys: String, CodingKey {
        case ids
        case deed
        case isAllOrNothing = "all_or_nothing"
    }
}

private struct UndoBody: Decodable {
    var act: Int64?
}

private struct NextBody: Decodable {
    var query: String?

    enum CodingKeys: String, CodingKey { case query = "q" }
}

/// A conversation, or none.
private struct ConversationPlace: Encodable {
    var conversation: ConversationSummary?

    init(_ conversation: ConversationSummary?) { self.conversation = conversation }
}

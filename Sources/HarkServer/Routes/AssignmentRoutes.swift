import HarkCore
import Hummingbird

/// Who answers: `/api/v1/claims`, `/api/v1/availability`, `/api/v1/conversations/{id}/assignment`.
extension Doors {
    var assignment: [Endpoint] {
        let one = "/api/v1/conversations/{id}"
        return [
            Endpoint(.post, "/api/v1/claims", .role(.agent)) { request, scope in
                let body = try await JSONBody.read(ClaimBody.self, from: request, fields: ["conversation"])
                let summary = try await desk(of: scope).claim(body.conversation.map { Conversation.ID($0) })
                wakeups.commanded()
                return JSONBody.response(summary)
            },
            Endpoint(.delete, one + "/claim", .role(.agent)) { _, scope in
                let summary = try await desk(of: scope).release(.init(try scope.number()))
                wakeups.commanded()
                return JSONBody.response(summary)
            },
            Endpoint(.get, one + "/assignment", .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(try await desk(of: scope).explainAssignment(of: .init(try scope.number())))
            },
            Endpoint(.get, "/api/v1/availability", .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(Listing(data: try await desk(of: scope).availability()))
            },
            Endpoint(.put, "/api/v1/availability", .role(.agent)) { request, scope in
                let body = try await JSONBody.read(PresenceBody.self, from: request, fields: ["presence", "agent"])
                let view = try await desk(of: scope).setAvailability(body.presence, of: body.agent)
                wakeups.commanded()
                return JSONBody.response(view)
            },
        ]
    }
}

private struct ClaimBody: Decodable {
    var conversation: Int64?
}

private struct PresenceBody: Decodable {
    var presence: AgentPresence
    var agent: String?
}

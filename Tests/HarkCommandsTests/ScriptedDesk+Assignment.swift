import HarkCore

@testable import HarkCommands

extension ScriptedDesk {
    func claim(_ id: Conversation.ID?) async throws -> ConversationSummary {
        note("claim \(id?.description ?? "next")")
        return Sample.summary(id?.rawValue ?? 7)
    }

    func release(_ id: Conversation.ID) async throws -> ConversationSummary {
        note("release \(id)")
        return Sample.summary(id.rawValue)
    }

    func availability() async throws -> [AvailabilityView] {
        note("availability")
        return []
    }

    func setAvailability(_ presence: AgentPresence, of agent: String?) async throws -> AvailabilityView {
        note("availability \(presence.rawValue) \(agent ?? "me")")
        return try Self.decoded(
            #"{"agent": "ana", "teams": ["support"], "presence": "\#(presence.rawValue)", "open": 3, "is_working": true}"#
        )
    }

    func explainAssignment(of id: Conversation.ID) async throws -> AssignmentExplanation {
        note("explain \(id)")
        throw Failure(.notFound, "there is no conversation \(id)")
    }
}

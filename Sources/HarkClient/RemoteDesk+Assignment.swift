public import HarkCore

extension RemoteDesk {
    /// Takes a conversation in hand, or the oldest that waits.
    public func claim(_ id: Conversation.ID?) async throws -> ConversationSummary {
        try await api.send("POST", ["claims"], ClaimBody(conversation: id?.rawValue))
    }

    /// Gives a conversation back to the queue.
    public func release(_ id: Conversation.ID) async throws -> ConversationSummary {
        try await api.exchange(api.request("DELETE", ["conversations", id.description, "claim"]))
    }

    /// All agents: present or away, working or not, how many conversations they have in play.
    public func availability() async throws -> [AvailabilityView] {
        let answer: AvailabilityAnswer = try await api.get(["availability"])
        return answer.data
    }

    /// Says whether an agent takes conversations.
    public func setAvailability(_ presence: AgentPresence, of agent: String?) async throws -> AvailabilityView {
        try await api.send("PUT", ["availability"], PresenceBody(presence: presence, agent: agent))
    }

    /// Why a conversation is whose it is.
    public func explainAssignment(of id: Conversation.ID) async throws -> AssignmentExplanation {
        try await api.get(["conversations", id.description, "assignment"])
    }
}

private struct ClaimBody: Encodable {
    var conversation: Int64?
}

private struct PresenceBody: Encodable {
    var presence: AgentPresence
    var agent: String?
}

private struct AvailabilityAnswer: Decodable {
    var data: [AvailabilityView]
}

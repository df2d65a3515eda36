/// Who answers: taking conversations in hand, being there or away, and why somebody was chosen.
public protocol AssignmentDesk: Sendable {
    /// Takes a conversation in hand for a time, or with no number the oldest that waits for somebody like the caller. Claiming
    /// one's own again renews the claim. Throws ``Failure`` with `conflict` when somebody else has it, `notFound` when
    /// nothing waits.
    func claim(_ id: Conversation.ID?) async throws -> ConversationSummary

    /// Gives a claimed or assigned conversation of the caller's back to the queue.
    func release(_ id: Conversation.ID) async throws -> ConversationSummary

    /// All agents: present or away, working or not, how many conversations they have in play.
    func availability() async throws -> [AvailabilityView]

    /// Says whether an agent takes conversations; the caller when no name is given.
    func setAvailability(_ presence: AgentPresence, of agent: String?) async throws -> AvailabilityView

    /// Why a conversation is whose it is, and who else could take it now.
    func explainAssignment(of id: Conversation.ID) async throws -> AssignmentExplanation
}

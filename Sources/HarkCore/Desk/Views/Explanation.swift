/// Why a conversation is judged, routed and timed as it is.
public struct Explanation: Sendable, Hashable, Codable {
    /// The line of the inbox.
    public var conversation: ConversationSummary
    /// Each judged message, oldest first.
    public var messages: [JudgedMessage]
    /// Every clock with its policy.
    public var clocks: [ClockView]

    /// A message with its triage and routing.
    public struct JudgedMessage: Sendable, Hashable, Codable {
        /// The message's number.
        public var id: Int64
        /// The text the evidence points into. Hostile text.
        public var text: String
        /// The judgement with its evidence.
        public var triage: Triage
        /// What the rules made of it.
        public var routing: RoutingDecision
        /// What the team says of it; nil when it has said nothing.
        public var correction: Correction?

        /// A message with its triage and routing.
        public init(
            id: Int64,
            text: String,
            triage: Triage,
            routing: RoutingDecision,
            correction: Correction? = nil
        ) {
            self.id = id
            self.text = text
            self.triage = triage
            self.routing = routing
            self.correction = correction
        }
    }

    /// Why a conversation is as it is.
    public init(conversation: ConversationSummary, messages: [JudgedMessage], clocks: [ClockView]) {
        self.conversation = conversation
        self.messages = messages
        self.clocks = clocks
    }
}

/// One conversation with everything that belongs to it.
public struct ConversationFile: Sendable, Hashable {
    /// The row.
    public var conversation: Conversation
    /// The customer.
    public var contact: Contact?
    /// Messages, oldest first.
    public var messages: [Message]
    /// Earlier texts, oldest first.
    public var revisions: [Revision]
    /// Triage and routing by message, oldest first.
    public var triage: [Filing.TriageRecord]
    /// What the team says of messages, by message.
    public var corrections: [Message.ID: Correction]
    /// Clocks, oldest first.
    public var clocks: [Clock]
    /// Events, oldest first.
    public var events: [Event]

    /// One conversation with everything that belongs to it.
    public init(
        conversation: Conversation,
        contact: Contact?,
        messages: [Message],
        revisions: [Revision],
        triage: [Filing.TriageRecord],
        corrections: [Message.ID: Correction] = [:],
        clocks: [Clock],
        events: [Event]
    ) {
        self.conversation = conversation
        self.contact = contact
        self.messages = messages
        self.revisions = revisions
        self.triage = triage
        self.corrections = corrections
        self.clocks = clocks
        self.events = events
    }
}

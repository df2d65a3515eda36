/// Somebody took care of a conversation: its alerts rest for a while.
public struct AlertStop: Sendable, Hashable {
    /// The conversation.
    public var conversation: Conversation.ID
    /// Who it was, how it showed, until when it holds.
    public var stop: Alert.Stop

    /// Somebody took care of a conversation.
    public init(conversation: Conversation.ID, stop: Alert.Stop) {
        self.conversation = conversation
        self.stop = stop
    }

    /// A person's act, held for as long as the settings say; nil when nobody of us did it.
    init?(_ kind: Escalation.Stop, _ conversation: Conversation.ID, actor: Event.Actor, setup: Setup, at now: Instant) {
        switch actor {
        case .agent, .networkApp: break
        case .contact, .bot, .hark: return nil
        }
        let until = now + setup.configuration.alerts.acknowledgedFor
        let stop = Alert.Stop(kind: kind, by: actor.description, at: now, until: until)
        self.init(conversation: conversation, stop: stop)
    }
}

/// A named deed: what an agent does again and again.
public struct Macro: Sendable, Hashable {
    /// The macro's name, unique.
    public var name: String
    /// What it is for, in a sentence.
    public var help: String?
    /// The canned text to reply with.
    public var reply: String?
    /// A note among us.
    public var note: String?
    /// Owner, team, tags, state. With a reply, the state is the one after it.
    public var change: ConversationChange
    /// How long it is put aside.
    public var snooze: Span?
    /// Where it stands: `macros.yaml:3`.
    public var source: String

    /// A named deed.
    public init(
        name: String,
        help: String? = nil,
        reply: String? = nil,
        note: String? = nil,
        change: ConversationChange = ConversationChange(),
        snooze: Span? = nil,
        source: String
    ) {
        self.name = name
        self.help = help
        self.reply = reply
        self.note = note
        self.change = change
        self.snooze = snooze
        self.source = source
    }

    /// What the macro does to one conversation.
    func deed(
        for conversation: Conversation,
        contact: Contact?,
        agent: String,
        texts: [CannedText],
        now: Instant
    ) throws -> Deed {
        var change = change
        if let snooze {
            change.state = .snoozed
            change.snoozedUntil = now + snooze
        }
        var deed = Deed(note: note)
        if let reply {
            guard let text = texts.best(named: reply, for: conversation.language) else {
                throw Failure(.unprocessable, "the macro “\(name)” replies with “\(reply)”, which is no canned text")
            }
            let words = text.filled(for: conversation, contact: contact, agent: agent)
            let then = change.state == .snoozed ? nil : change.state
            deed.reply = ReplyCommand(text: words, then: then ?? .pending)
            if then != nil { change.state = nil }
        }
        deed.change = change == ConversationChange() ? nil : change
        return deed
    }
}

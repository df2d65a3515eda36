/// One command of somebody, on one conversation or on thousands: an entry of the history that can be taken back.
public struct Act: Sendable, Hashable {
    /// The act's number, rising.
    public var id: Int64
    /// When it was done.
    public var at: Instant
    /// Who did it.
    public var actor: Event.Actor
    /// What was done, in a few words.
    public var what: String
    /// How many conversations it changed.
    public var count: Int
    /// The only conversation it changed; nil for several.
    public var conversation: Conversation.ID?
    /// The act that this one takes back.
    public var undoes: Int64?
    /// The act that took this one back.
    public var undoneBy: Int64?

    /// One command of somebody.
    public init(
        id: Int64,
        at: Instant,
        actor: Event.Actor,
        what: String,
        count: Int = 0,
        conversation: Conversation.ID? = nil,
        undoes: Int64? = nil,
        undoneBy: Int64? = nil
    ) {
        self.id = id
        self.at = at
        self.actor = actor
        self.what = what
        self.count = count
        self.conversation = conversation
        self.undoes = undoes
        self.undoneBy = undoneBy
    }
}

/// An act as it is shown.
public struct ActView: Sendable, Hashable, Codable {
    /// The act's number; `hark undo` takes it.
    public var id: Int64
    /// When it was done.
    public var at: Instant
    /// Who did it: `@name`.
    public var actor: String
    /// What was done, in a few words.
    public var what: String
    /// How many conversations it changed.
    public var count: Int
    /// The only conversation it changed; nil for several.
    public var conversation: Int64?
    /// The act that this one takes back.
    public var undoes: Int64?
    /// The act that took this one back.
    public var undoneBy: Int64?

    /// An act as it is shown.
    public init(_ act: Act) {
        id = act.id
        at = act.at
        actor = act.actor.description
        what = act.what
        count = act.count
        conversation = act.conversation?.rawValue
        undoes = act.undoes
        undoneBy = act.undoneBy
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case at
        case actor
        case what
        case count
        case conversation
        case undoes
        case undoneBy = "undone_by"
    }
}

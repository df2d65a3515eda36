public import HarkCore

/// What the full-screen inbox lives in: the desk, the news, the clock, the person's editor.
public struct ScreenHouse: Sendable {
    /// What conversations are read from and acted on.
    public var desk: any Desk
    /// What the server tells unasked, for as long as the screen lives; it reconnects by itself.
    public var news: AsyncStream<ScreenNews>
    /// Tells the time.
    public var clock: any WallClock
    /// Minutes east of Greenwich at an instant.
    public var offset: @Sendable (Instant) -> Int64
    /// Reads when a snooze ends: `2h`, `monday 9:00`. Throws a sentence.
    public var readTime: @Sendable (_ words: String, _ now: Instant) throws -> Instant
    /// Lets the person write on from a text, in their editor. The terminal is theirs meanwhile.
    public var edit: @Sendable (_ text: String) throws -> String
    /// Whether colours are wanted.
    public var hasColour: Bool
    /// The query that is shown first; empty for everything open.
    public var query: String
    /// Where drafts are kept.
    public var drafts: any DraftShelf

    /// What the full-screen inbox lives in.
    public init(
        desk: any Desk,
        news: AsyncStream<ScreenNews>,
        clock: any WallClock,
        offset: @escaping @Sendable (Instant) -> Int64,
        readTime: @escaping @Sendable (_ words: String, _ now: Instant) throws -> Instant,
        edit: @escaping @Sendable (_ text: String) throws -> String,
        hasColour: Bool,
        query: String,
        drafts: any DraftShelf
    ) {
        self.desk = desk
        self.news = news
        self.clock = clock
        self.offset = offset
        self.readTime = readTime
        self.edit = edit
        self.hasColour = hasColour
        self.query = query
        self.drafts = drafts
    }
}

/// Where drafts wait: on this machine, so that neither a crash nor a lost server takes them.
public protocol DraftShelf: Sendable {
    /// Every draft there is.
    func drafts() -> [KeptDraft]
    /// Keeps a draft; one without text is forgotten.
    func keep(_ draft: KeptDraft)
}

/// A reply or note that was begun.
public struct KeptDraft: Sendable, Hashable {
    /// The conversation's number.
    public var conversation: Int64
    /// Whether it is a note among us.
    public var isNote: Bool
    /// The text so far.
    public var text: String

    /// A reply or note that was begun.
    public init(conversation: Int64, isNote: Bool, text: String) {
        self.conversation = conversation
        self.isNote = isNote
        self.text = text
    }
}

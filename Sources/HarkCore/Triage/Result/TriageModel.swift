/// Reads messages. The keyword model is the only one that ships; the protocol keeps intake free of tables.
public protocol TriageModel: Sendable {
    /// Which tables judge; changes when any of them does.
    var fingerprint: String { get }

    /// Judges a message. Pure: the same text, context and fingerprint give the same result.
    func read(_ text: String, context: TriageContext) -> Triage
}

/// What is known of a message beside its text.
public struct TriageContext: Sendable, Hashable {
    /// Whether it was written to us alone.
    public var isPrivate: Bool
    /// How many follow the author.
    public var followers: Int?
    /// How many messages of the author are already waiting for an answer in this conversation.
    public var unanswered: Int
    /// The channel it came in by, which may have a calibration of its own.
    public var channel: String?
    /// The author's account in small letters, as the press list names it.
    public var author: String?
    /// For how long the author has been waiting for an answer.
    public var waitingMinutes: Int?
    /// For how long the network lets us answer still.
    public var replyWindowMinutes: Int?

    /// What is known of a message beside its text.
    public init(
        isPrivate: Bool = false,
        followers: Int? = nil,
        unanswered: Int = 0,
        channel: String? = nil,
        author: String? = nil,
        waitingMinutes: Int? = nil,
        replyWindowMinutes: Int? = nil
    ) {
        self.isPrivate = isPrivate
        self.followers = followers
        self.unanswered = unanswered
        self.channel = channel
        self.author = author
        self.waitingMinutes = waitingMinutes
        self.replyWindowMinutes = replyWindowMinutes
    }
}

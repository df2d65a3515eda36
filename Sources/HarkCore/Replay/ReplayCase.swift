/// A stored message with what was decided about it: what a replay decides once more.
public struct ReplayCase: Sendable, Hashable {
    /// The message.
    public var message: Message.ID
    /// What sort it is.
    public var kind: MessageKind
    /// When it was said.
    public var at: Instant
    /// Its subject; nil when it has none. Hostile text.
    public var subject: String?
    /// Its text. Hostile text.
    public var text: String
    /// Whether something came with it.
    public var hasAttachment: Bool
    /// Who wrote it.
    public var author: Author?
    /// Its conversation as it is today.
    public var conversation: Conversation
    /// Whether it began the conversation: only then rules choose a team.
    public var isFirst: Bool
    /// How urgent it was judged, what rules added included.
    public var urgency: Urgency
    /// Its tone as it was judged; nil where it was not.
    public var sentiment: Sentiment.Label?
    /// The team that a rule named; nil when none did.
    public var team: String?
    /// The first response that was promised when the conversation began; only with its first message.
    public var promise: Clock?

    /// A stored message with what was decided about it.
    public init(
        message: Message.ID,
        kind: MessageKind,
        at: Instant,
        subject: String?,
        text: String,
        hasAttachment: Bool,
        author: Author?,
        conversation: Conversation,
        isFirst: Bool,
        urgency: Urgency,
        sentiment: Sentiment.Label?,
        team: String?,
        promise: Clock?
    ) {
        self.message = message
        self.kind = kind
        self.at = at
        self.subject = subject
        self.text = text
        self.hasAttachment = hasAttachment
        self.author = author
        self.conversation = conversation
        self.isFirst = isFirst
        self.urgency = urgency
        self.sentiment = sentiment
        self.team = team
        self.promise = promise
    }
}

/// A message whose judgement the team has corrected.
public struct CorrectedCase: Sendable, Hashable {
    /// What the team says.
    public var verdict: Correction.Verdict
    /// The message.
    public var message: ReplayCase

    /// A message whose judgement the team has corrected.
    public init(verdict: Correction.Verdict, message: ReplayCase) {
        self.verdict = verdict
        self.message = message
    }
}

extension ReplayCase {
    /// What the model reads of it.
    public var readable: String { ReadableText.of(subject: subject, text: text, kind: kind) }
}

/// Stored history, read in slices so that several can be judged at once.
public protocol ReplayStore: Sendable {
    /// The numbers of the first and the last message since an instant; nil when there is none.
    func replayRange(since: Instant) async throws -> ClosedRange<Int64>?
    /// The customers' messages with numbers in a range that were said since an instant, in order.
    func replayCases(in range: ClosedRange<Int64>, since: Instant) async throws -> [ReplayCase]
    /// The customers' messages that the team has corrected, in order.
    func correctedCases() async throws -> [CorrectedCase]
}

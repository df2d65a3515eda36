/// A message as it is shown.
public struct MessageView: Sendable, Hashable, Codable {
    /// The message's number.
    public var id: Int64
    /// The network's id.
    public var networkID: String
    /// Who is speaking to whom.
    public var direction: Message.Direction
    /// What sort it is.
    public var kind: MessageKind
    /// Whether only the participants can read it.
    public var isPrivate: Bool
    /// Who wrote it: the customer's handle, `@agent`, or `app`. Hostile text.
    public var author: String
    /// Who of the team wrote it here; nil for everybody else, also for what we said on the network itself.
    public var agent: String?
    /// The text as it came. Hostile text.
    public var text: String
    /// Subject or title. Hostile text.
    public var subject: String?
    /// What came with it.
    public var attachments: [Attachment]
    /// Its public page.
    public var url: String?
    /// When it was said.
    public var sentAt: Instant
    /// When we took it in.
    public var receivedAt: Instant
    /// When its author changed it.
    public var editedAt: Instant?
    /// When its author took it back.
    public var deletedAt: Instant?
    /// What became of it.
    public var status: Message.Status
    /// Why it failed.
    public var statusReason: String?
    /// Its earlier texts, oldest first. Hostile text.
    public var revisions: [String]
    /// What the team says of it; nil when it has said nothing.
    public var correction: Correction?

    /// A message as it is shown.
    public init(_ message: Message, revisions: [String], correction: Correction? = nil) {
        id = message.id.rawValue
        networkID = message.networkID
        direction = message.direction
        kind = message.kind
        isPrivate = message.isPrivate
        author = message.agent.map { "@" + $0 } ?? message.author.map { $0.handle ?? $0.name ?? $0.id } ?? "unknown"
        agent = message.agent
        text = message.text
        subject = message.subject
        attachments = message.attachments
        url = message.url
        sentAt = message.sentAt
        receivedAt = message.receivedAt
        editedAt = message.editedAt
        deletedAt = message.deletedAt
        status = message.status
        statusReason = message.statusReason
        self.revisions = revisions
        self.correction = correction
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case networkID = "network_id"
        case direction
        case kind
        case isPrivate = "private"
        case author
        case agent
        case text
        case subject
        case attachments
        case url
        case sentAt = "sent_at"
        case receivedAt = "received_at"
        case editedAt = "edited_at"
        case deletedAt = "deleted_at"
        case status
        case statusReason = "status_reason"
        case revisions
        case correction
    }
}

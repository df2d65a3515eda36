/// What came with messages, fetched when somebody asks.
public protocol AttachmentsDesk: Sendable {
    /// The bytes of a conversation's attachment, counted from 1 through all its messages, oldest first.
    ///
    /// Fetched from the network at this moment, up to ``AttachmentContent/limit`` bytes; nothing is kept. Throws
    /// `provider` when the network does not hand it out.
    func attachment(_ number: Int, of conversation: Conversation.ID) async throws -> AttachmentContent
}

/// An attachment with its bytes. A stranger sent it: it is data, never to be opened without thought.
public struct AttachmentContent: Sendable, Hashable {
    /// The most bytes that are fetched.
    public static let limit = 25 << 20
    /// How long a fetch may take.
    public static let timeout = Span.seconds(60)

    /// What is known of it.
    public var attachment: Attachment
    /// The bytes.
    public var bytes: [UInt8]

    /// An attachment with its bytes.
    public init(attachment: Attachment, bytes: [UInt8]) {
        self.attachment = attachment
        self.bytes = bytes
    }
}

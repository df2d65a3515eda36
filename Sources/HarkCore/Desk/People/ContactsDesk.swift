/// The people who write to us.
public protocol ContactsDesk: Sendable {
    /// The customer of a conversation, with their other conversations.
    func contact(of id: Conversation.ID) async throws -> ContactDetail
}

/// A customer with their conversations.
public struct ContactDetail: Sendable, Hashable, Codable {
    /// The contact's number.
    public var id: Int64
    /// The channel on which the person was met.
    public var channel: String
    /// The account as it was last seen. Hostile text.
    public var identity: Author
    /// When we first heard of the person.
    public var firstSeenAt: Instant
    /// Since when we hear no more of them.
    public var blockedAt: Instant?
    /// Their conversations, newest first, at most 50.
    public var conversations: [ConversationSummary]

    /// A customer with their conversations.
    public init(_ contact: Contact, conversations: [ConversationSummary]) {
        id = contact.id.rawValue
        channel = contact.channel.rawValue
        identity = contact.identity
        firstSeenAt = contact.firstSeenAt
        blockedAt = contact.blockedAt
        self.conversations = conversations
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case channel
        case identity
        case firstSeenAt = "first_seen_at"
        case blockedAt = "blocked_at"
        case conversations
    }
}

extension LocalDesk {
    /// The customer of a conversation.
    public func contact(of id: Conversation.ID) async throws -> ContactDetail {
        guard let conversation = try await store.file(of: id)?.conversation else { throw Self.unknown(id) }
        guard let number = conversation.contact, let found = try await store.contact(number, limit: 50) else {
            throw Failure(.notFound, "nobody is known in conversation \(id): its messages name no account")
        }
        let now = clock.now
        return ContactDetail(found.contact, conversations: found.conversations.map { ConversationSummary($0, at: now) })
    }
}

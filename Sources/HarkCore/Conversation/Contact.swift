/// A person. Their accounts on networks are identities; identities are linked, never fused.
public struct Contact: Sendable, Hashable {
    /// A contact's number.
    public struct ID: RawRepresentable, Sendable, Hashable, Codable {
        /// The number itself.
        public var rawValue: Int64
        /// A contact's number.
        public init(rawValue: Int64) { self.rawValue = rawValue }
    }

    /// The contact's number.
    public var id: ID
    /// The channel the identity was met on.
    public var channel: Channel.ID
    /// The account on the network as it was last seen.
    public var identity: Author
    /// When we first heard of the person.
    public var firstSeenAt: Instant
    /// When we decided to hear no more of the person.
    public var blockedAt: Instant?

    /// A person with the identity through which we know them.
    public init(id: ID, channel: Channel.ID, identity: Author, firstSeenAt: Instant, blockedAt: Instant? = nil) {
        self.blockedAt = blockedAt
        self.id = id
        self.channel = channel
        self.identity = identity
        self.firstSeenAt = firstSeenAt
    }
}

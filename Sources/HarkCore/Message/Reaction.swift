/// Somebody reacted to a message.
public struct Reaction: Sendable, Hashable {
    /// The network's id of the message reacted to.
    public var target: String
    /// Who reacted.
    public var author: Author?
    /// The emoji or the network's word; nil when taken back.
    public var symbol: String?
    /// The reaction's own id, where the network has one.
    public var id: String?
    /// When, by the network's clock.
    public var at: Instant?

    /// A reaction to a message.
    public init(target: String, author: Author?, symbol: String?, id: String? = nil, at: Instant? = nil) {
        self.target = target
        self.author = author
        self.symbol = symbol
        self.id = id
        self.at = at
    }
}

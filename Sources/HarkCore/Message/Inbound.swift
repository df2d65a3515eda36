/// One thing a provider told us, in Hark's words: what a connector makes of a delivery.
public struct Inbound: Sendable, Hashable {
    /// The network it happened on.
    public var network: Network
    /// Our own account it was addressed to, by the network's id; nil when the delivery belongs to one channel only.
    public var account: String?
    /// What happened.
    public var change: Change

    /// What happened on the network.
    public enum Change: Sendable, Hashable {
        /// Somebody said something to us.
        case message(Draft)
        /// We said something, here or in the network's own app.
        case echo(Draft)
        /// A message we may know has a new text. `Draft.id` is the original message's id.
        case edit(Draft)
        /// A message was taken back.
        case delete(id: String, at: Instant?)
        /// What became of a message we sent.
        case status(DeliveryReport)
        /// Somebody reacted to a message.
        case reaction(Reaction)
    }

    /// One thing a provider told us.
    public init(network: Network, account: String? = nil, change: Change) {
        self.network = network
        self.account = account
        self.change = change
    }
}

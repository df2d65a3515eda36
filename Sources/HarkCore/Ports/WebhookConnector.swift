/// Gathers by being called.
public protocol WebhookConnector: Connector {
    /// How a delivery proves that it comes from the provider.
    func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication

    /// Answers a provider's GET that verifies the URL; nil when the query proves nothing (answered 403).
    func handshake(query: [String: String], channel: Channel) -> WebhookAnswer?

    /// Answers a POST that only verifies the URL and proves nothing itself; nil for everything else. What is answered here
    /// is not stored.
    func greeting(_ body: [UInt8], channel: Channel) -> WebhookAnswer?

    /// Reads a delivery whose authenticity has been verified. `channel` is any channel of the endpoint; each item
    /// names the account it belongs to.
    ///
    /// Throws ``DecodingFailure`` when the body is no delivery of this provider; it is kept as undecoded.
    func decode(_ body: [UInt8], headers: [HTTPField], channel: Channel) throws(DecodingFailure) -> Decoded

    /// Whether the provider dates nothing: then ``decode(_:headers:channel:)`` finds when the delivery arrived among the
    /// header fields.
    var needsArrivalTime: Bool { get }

    /// What the provider wants to read once the delivery is stored; nil for empty JSON.
    func answer(to body: [UInt8], channel: Channel) -> WebhookAnswer?
}

extension WebhookConnector {
    /// Most providers verify no URL by GET.
    public func handshake(query: [String: String], channel: Channel) -> WebhookAnswer? { nil }

    /// Most providers sign whatever they post.
    public func greeting(_ body: [UInt8], channel: Channel) -> WebhookAnswer? { nil }

    /// Most providers read only the status.
    public func answer(to body: [UInt8], channel: Channel) -> WebhookAnswer? { nil }

    /// Most providers date what they post.
    public var needsArrivalTime: Bool { false }
}

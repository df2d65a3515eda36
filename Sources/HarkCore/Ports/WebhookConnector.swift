/// Gathers by being called.
public protocol WebhookConnector: Connector {
    /// How a delivery proves that it comes from the provider.
    func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication

    /// Answers a provider's GET that verifies the URL; nil when the query proves nothing (answered 403).
    func handshake(query: [String: String], channel: Channel) -> String?

    /// Reads a delivery whose authenticity has been verified. `channel` is any channel of the endpoint; each item
    /// names the account it belongs to.
    ///
    /// Throws ``DecodingFailure`` when the body is no delivery of this provider; it is kept as undecoded.
    func decode(_ body: [UInt8], headers: [HTTPField], channel: Channel) throws(DecodingFailure) -> Decoded
}

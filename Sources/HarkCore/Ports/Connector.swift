/// Speaks one network, or one provider's family of networks. Pure: it makes requests and reads bytes, it never does I/O.
///
/// Polling, retries, budgets, signatures, storage are shared machinery around it, so recorded payloads test a connector
/// without a network. A connector adopts what its network offers: ``PollingConnector``, ``WebhookConnector``,
/// ``ReplyingConnector``.
public protocol Connector: Sendable {
    /// The networks it speaks, by their ids in `channels.yaml`.
    var networks: [Network] { get }

    /// What a channel of the network needs and can do.
    func capabilities(of network: Network) -> Capabilities

    /// What the channel's settings and secrets lack, as sentences for the operator; empty when complete.
    func problems(of channel: Channel) -> [String]

    /// One harmless call that proves the credentials: `hark channels check`. Nil when the network offers none.
    func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest?

    /// Reads the answer to ``check(_:)``: who we are on the network (`@acme@social.example`).
    func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String

    /// What a provider's answer means when it is an error; nil when it is none.
    ///
    /// The default reads the status code and `Retry-After`. Networks that hide errors in a 200 or a body's code
    /// override it.
    func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure?
}

extension Connector {
    /// The plain reading of the status code and `Retry-After`.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        ConnectorFailure(status: response, now: now)
    }
}

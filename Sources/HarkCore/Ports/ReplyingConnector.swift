/// Answers people.
public protocol ReplyingConnector: Connector {
    /// The request that sends a reply. Called again with the same ``Outgoing/id`` on a retry.
    func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest

    /// Reads what the network answered: the new message's id there.
    func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt

    /// Whether sending this reply twice yields one message. If not, an unknown outcome is never retried blindly.
    func isSafeToRepeat(_ reply: Outgoing, channel: Channel) -> Bool
}

extension ReplyingConnector {
    /// What the network's capabilities say of every reply.
    public func isSafeToRepeat(_ reply: Outgoing, channel: Channel) -> Bool {
        capabilities(of: channel.network).sendsIdempotently
    }
}

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
}

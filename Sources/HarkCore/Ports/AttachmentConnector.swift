/// Fetches what came with messages, where it takes more than a public address: an account, a command, an encoding.
///
/// Without it, an attachment's URL is fetched as a stranger's: without credentials, and never from this machine or a
/// private network.
public protocol AttachmentConnector: Connector {
    /// The request for an attachment's bytes; nil when its URL is public.
    func request(for attachment: Attachment, channel: Channel) throws(ConnectorFailure) -> HTTPRequest?

    /// The bytes in the answer.
    func bytes(
        of attachment: Attachment,
        in response: HTTPResponse,
        channel: Channel
    ) throws(ConnectorFailure) -> [UInt8]
}

extension AttachmentConnector {
    /// The answer's body.
    public func bytes(
        of attachment: Attachment,
        in response: HTTPResponse,
        channel: Channel
    ) throws(ConnectorFailure) -> [UInt8] { response.body }
}

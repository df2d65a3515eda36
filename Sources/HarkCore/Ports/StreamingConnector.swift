/// Gathers by listening as well: what an account's stream tells is there at once. The poll remains, and brings what a stream
/// that broke off did not tell.
public protocol StreamingConnector: PollingConnector {
    /// The request for the account's stream of server-sent events; nil where the channel wants none.
    func stream(of channel: Channel) throws(ConnectorFailure) -> HTTPRequest?

    /// Reads one event: its name, and what came with it.
    func decodeStream(event: String, payload: String, channel: Channel) throws(DecodingFailure) -> Decoded
}

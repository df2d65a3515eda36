import Foundation
public import HarkCore

extension MastodonConnector: StreamingConnector {
    /// Servers send something every fifteen seconds; four times that is silence.
    private static let longestSilence = Span.seconds(60)

    /// The account's notifications as they happen; none with `stream: off`. Some servers stream from a host of its own, which
    /// the channel has to name: the token must not follow a redirection.
    public func stream(of channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        guard channel.settings["stream"] != "off" else { return nil }
        var host = channel
        host.server = channel.settings["stream"] ?? channel.server
        let token = try channel.secret("token").reveal()
        return HTTPRequest(
            url: try host.origin() + "/api/v1/streaming/user/notification",
            headers: [HTTPField("Authorization", "Bearer " + token), HTTPField("Accept", "text/event-stream")],
            timeout: Self.longestSilence
        )
    }

    /// Reads one event of a stream (a WebSocket frame or a server-sent event).
    ///
    /// - Parameters:
    ///   - event: The event's name: `notification`, `conversation`, `status.update`, `delete`, …
    ///   - payload: What came with it: JSON, or for `delete` the bare id.
    ///   - channel: The channel whose stream it is.
    /// - Returns: What happened; events that say nothing to us are skipped by name.
    /// - Throws: ``DecodingFailure`` when the payload is not what the event promises.
    public func decodeStream(
        event: String,
        payload: String,
        channel: Channel
    ) throws(DecodingFailure) -> Decoded {
        let home = HomeServer(channel)
        let body = Data(payload.utf8)
        var decoded = Decoded()
        switch event {
        case "notification":
            let notification = try Self.read(Notification.self, from: body)
            decoded.add(.read(notification), on: home, takesShares: Self.takesShares(channel))
        case "conversation": return Decoded(heads: [.read(try Self.read(Head.self, from: body))], on: home)
        case "status.update": decoded.items.append(try Self.read(Status.self, from: body).edit(on: home))
        case "delete":
            let id = payload.trimmingCharacters(in: .whitespacesAndNewlines)
            guard !id.isEmpty else { throw DecodingFailure("a delete without an id") }
            decoded.items.append(Inbound(network: Self.network, change: .delete(id: id, at: nil)))
        default: decoded.skipped.append("stream \(event)")
        }
        return decoded
    }
}

public import HarkCore

extension SlackConnector: EditingConnector {
    private struct Update: Encodable {
        var channel: String
        var ts: String
        var text: String
        var parse = "none"
    }

    /// Another text for a message of the app's.
    public func request(for edit: OutgoingEdit, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        let place = edit.messageID.split(separator: ":", maxSplits: 1).map(String.init)
        guard place.count == 2 else { throw .rejected("the reply names no channel, so it cannot be changed") }
        return try HTTPRequest(
            url: try channel.origin(usual: Self.origin) + "/api/chat.update",
            headers: try Self.headers(channel),
            json: Update(channel: place[0], ts: place[1], text: SlackText.escaped(edit.text))
        )
    }
}

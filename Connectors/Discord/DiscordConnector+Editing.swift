public import HarkCore

extension DiscordConnector: EditingConnector {
    private struct Patch: Encodable {
        struct Mentions: Encodable {
            var parse: [String] = []
            var replied_user = true
        }
        var content: String
        var allowed_mentions = Mentions()
    }

    /// Another text for a message of the bot's.
    public func request(for edit: OutgoingEdit, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        guard let place = edit.target.thread else {
            throw .rejected("the message names no channel, so the reply cannot be found")
        }
        return try HTTPRequest(
            url: try Self.url("/channels/\(place.percentEncoded)/messages/\(edit.messageID.percentEncoded)", channel),
            method: "PATCH",
            headers: try Self.headers(channel),
            json: Patch(content: edit.text)
        )
    }
}

public import HarkCore

extension MastodonConnector: EditingConnector {
    private struct Change: Encodable {
        var status: String
    }

    /// Another text for a post of ours, with the author's handle in it as before. Who can read it stays.
    public func request(for edit: OutgoingEdit, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        let reply = Outgoing(id: edit.id, text: edit.text, target: edit.target)
        return try HTTPRequest(
            url: try channel.origin() + "/api/v1/statuses/" + edit.messageID.percentEncoded,
            method: "PUT",
            headers: [try authorization(channel)],
            json: Change(status: try text(of: reply, channel: channel))
        )
    }
}

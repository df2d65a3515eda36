public import HarkCore

extension DiscordConnector: ReplyingConnector {
    private struct Post: Encodable {
        struct Reference: Encodable {
            var message_id: String
            var fail_if_not_exists = false
        }
        struct Mentions: Encodable {
            var parse: [String] = []
            var replied_user = true
        }
        var content: String
        var message_reference: Reference
        var allowed_mentions = Mentions()
        var nonce: String
        var enforce_nonce = true
    }

    /// A reply under the message. Nobody else is named by it, whatever its words are.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        guard let place = reply.target.thread else {
            throw .rejected("the message names no channel, so there is nowhere to answer")
        }
        return try HTTPRequest(
            url: try Self.url("/channels/\(place.percentEncoded)/messages", channel),
            headers: try Self.headers(channel),
            json: Post(
                content: reply.text,
                message_reference: .init(message_id: reply.target.messageID),
                nonce: String(reply.id.prefix(25))
            )
        )
    }

    /// The new message's id.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        guard let message = try? response.body.readJSON(DiscordMessage.self), let id = message.id?.text else {
            throw .unreadable("Discord accepted the message but named no id; look there before sending it again")
        }
        return Receipt(messageID: id)
    }
}

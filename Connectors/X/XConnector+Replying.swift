public import HarkCore

extension XConnector: ReplyingConnector {
    private struct NewPost: Encodable {
        struct Reply: Encodable { var in_reply_to_tweet_id: String }
        var text: String
        var reply: Reply
    }

    private struct NewMessage: Encodable { var text: String }

    /// A reply to the post, or a message in the private conversation.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        let origin = try Self.origin(of: channel)
        let headers = [try Self.authorization(of: channel)]
        guard reply.target.isPrivate else {
            let id = reply.target.context?["version"] ?? reply.target.messageID
            return try HTTPRequest(
                url: origin + "/2/tweets",
                headers: headers,
                json: NewPost(text: reply.text, reply: .init(in_reply_to_tweet_id: id))
            )
        }
        let place: String
        if reply.target.kind == .chat, let conversation = reply.target.thread {
            place = conversation.percentEncoded
        } else if let author = reply.target.author {
            place = "with/" + author.id.percentEncoded
        } else {
            throw .rejected("the answered message names neither its sender nor its conversation")
        }
        return try HTTPRequest(
            url: "\(origin)/2/dm_conversations/\(place)/messages",
            headers: headers,
            json: NewMessage(text: reply.text)
        )
    }

    /// The new post's or message's id.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        struct Sent: Decodable {
            struct Content: Decodable {
                @Tolerated var id: TextID?
                @Tolerated var dm_event_id: TextID?
            }
            var data: Content
        }
        guard let sent = try? response.body.readJSON(Sent.self).data, let id = sent.id ?? sent.dm_event_id else {
            throw .unreadable("X's answer names no new post")
        }
        return Receipt(messageID: id.text, url: sent.id.map { "https://x.com/i/status/\($0.text)" })
    }
}

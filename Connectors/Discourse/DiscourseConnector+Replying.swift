public import HarkCore

extension DiscourseConnector: ReplyingConnector {
    private struct NewPost: Encodable {
        var topic_id: Int64
        var raw: String
        var reply_to_post_number: Int64?
    }

    /// A post in the same topic that answers the customer's.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        guard let topic = reply.target.thread.flatMap({ Int64($0) }) else {
            throw .rejected("the answered post names no topic")
        }
        return try HTTPRequest(
            url: channel.origin() + "/posts.json",
            headers: Self.credentials(of: channel),
            json: NewPost(
                topic_id: topic,
                raw: reply.text,
                reply_to_post_number: reply.target.context?["post_number"].flatMap { Int64($0) }
            )
        )
    }

    /// The new post's id.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        do throws(DecodingFailure) {
            return Receipt(messageID: try response.body.readJSON(Post.self).id.text)
        } catch {
            throw .unreadable("the forum's answer is no post: \(error)")
        }
    }
}

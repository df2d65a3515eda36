public import HarkCore

extension YouTubeConnector: ReplyingConnector {
    private struct Answer: Encodable {
        struct Snippet: Encodable {
            var parentId: String
            var textOriginal: String
        }
        var snippet: Snippet
    }

    /// An answer below the thread's first comment: YouTube has no deeper level. It costs 50 units.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        guard case .token(let token) = try Self.credential(of: channel) else {
            throw .forbidden("an API key can only read; connect the channel with OAuth to answer")
        }
        return try HTTPRequest(
            url: Self.base(of: channel) + "/comments?part=snippet",
            headers: [HTTPField("Authorization", "Bearer \(token.reveal())")],
            json: Answer(
                snippet: .init(parentId: reply.target.thread ?? reply.target.messageID, textOriginal: reply.text)
            )
        )
    }

    /// The new comment's id.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        do throws(DecodingFailure) {
            return Receipt(messageID: try response.body.readJSON(Comment.self).id.text)
        } catch {
            throw .unreadable("YouTube's answer is no comment: \(error)")
        }
    }
}

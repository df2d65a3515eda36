public import HarkCore

extension SlackConnector: ReplyingConnector {
    private struct Post: Encodable {
        var channel: String
        var text: String
        var thread_ts: String?
        var parse = "none"
        var unfurl_links = false
    }

    /// A message in the thread it answers; in a private chat beside the others.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        let place = (reply.target.thread ?? reply.target.messageID).split(separator: ":", maxSplits: 1)
        guard place.count == 2 else { throw .rejected("the message names no channel, so there is nowhere to answer") }
        return try HTTPRequest(
            url: try channel.origin(usual: Self.origin) + "/api/chat.postMessage",
            headers: try Self.headers(channel),
            json: Post(
                channel: String(place[0]),
                text: SlackText.escaped(reply.text),
                thread_ts: reply.target.kind == .direct ? nil : String(place[1])
            )
        )
    }

    /// The new message's id.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        struct Sent: Decodable {
            @Tolerated var channel: TextID?
            @Tolerated var ts: TextID?
        }
        guard let sent = try? response.body.readJSON(Sent.self), let channel = sent.channel?.text,
            let ts = sent.ts?.text
        else { throw .unreadable("Slack accepted the message but named no id; look there before sending it again") }
        return Receipt(messageID: "\(channel):\(ts)")
    }
}

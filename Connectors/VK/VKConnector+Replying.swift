public import HarkCore

extension VKConnector: ReplyingConnector {
    /// A private message to the conversation (addressed as a list of one, because only then VK names the number its events
    /// will carry), or a comment in the community's name.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        if reply.target.isPrivate {
            guard let peer = reply.target.thread else { throw .rejected("the message names no conversation") }
            return try Self.call(
                "messages.send",
                ["peer_ids": peer, "random_id": Self.number(reply.id), "message": reply.text],
                channel
            )
        }
        let thread = reply.target.thread ?? ""
        let post = thread.hasPrefix("post") ? String(thread.dropFirst(4)) : thread
        let halves = post.split(separator: "_").map(String.init)
        guard halves.count == 2, Int64(halves[0]) != nil, Int64(halves[1]) != nil else {
            throw .rejected("Hark answers comments on the wall only; answer this one on VK")
        }
        let number = reply.target.messageID.split(separator: "_").last.map(String.init)
        return try Self.call(
            "wall.createComment",
            [
                "owner_id": halves[0], "post_id": halves[1], "from_group": channel.account, "message": reply.text,
                "reply_to_comment": thread.hasPrefix("post") ? nil : number, "guid": reply.id,
            ],
            channel
        )
    }

    /// The new message's number, put together as its events name it.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        struct Comment: Decodable, Sendable {
            @Tolerated var comment_id: TextID?
        }
        struct Sent: Decodable, Sendable {
            @Tolerated var peer_id: TextID?
            @Tolerated var conversation_message_id: TextID?
        }
        struct Answer: Decodable {
            @Tolerated var response: [Sent]?
        }
        struct CommentAnswer: Decodable {
            @Tolerated var response: Comment?
        }
        let sent = (try? response.body.readJSON(Answer.self))?.response?.first
        if let peer = sent?.peer_id?.text, let number = sent?.conversation_message_id?.text {
            return Receipt(messageID: "\(peer):\(number)")
        }
        if let id = (try? response.body.readJSON(CommentAnswer.self))?.response?.comment_id {
            let owner = reply.target.thread?.split(separator: "_").first.map { $0.drop { $0.isLetter } } ?? ""
            return Receipt(messageID: "\(owner)_\(id.text)")
        }
        throw .unreadable("VK accepted the message but named no number; look there before sending it again")
    }

    /// The number by which VK knows a repeated message: the first 31 bits of the outbox id.
    static func number(_ id: String) -> String {
        let digits = id.filter(\.isHexDigit).prefix(8)
        return String((UInt32(digits, radix: 16) ?? 1) & 0x7FFF_FFFF)
    }
}

public import HarkCore

extension RedditConnector: ReplyingConnector {
    private static let modmail = "modmail:"

    /// An answer below a comment, to a private message, or in the moderators' mail.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        let base = try Self.origin(of: channel)
        let headers = try Self.headers(of: channel)
        if let thread = reply.target.thread, thread.hasPrefix(Self.modmail) {
            let conversation = thread.dropFirst(Self.modmail.count)
            return HTTPRequest(
                url: "\(base)/api/mod/conversations/\(String(conversation).percentEncoded)?raw_json=1",
                headers: headers,
                form: QueryText([
                    "api_type": "json", "body": reply.text, "isAuthorHidden": "false", "isInternal": "false",
                ])
            )
        }
        return HTTPRequest(
            url: base + "/api/comment?raw_json=1",
            headers: headers,
            form: QueryText(["api_type": "json", "thing_id": reply.target.messageID, "text": reply.text])
        )
    }

    /// The new comment's or message's name. Reddit may accept an answer without showing it.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        struct Sent: Decodable {
            struct Content: Decodable {
                struct Things: Decodable { var things: [Lenient<Thing>] }
                @Tolerated var data: Things?
            }
            var json: Content
        }
        struct Mail: Decodable {
            struct Conversation: Decodable { var objIds: [ModmailPage.Head.Part] }
            var conversation: Conversation
        }
        if let mail = try? response.body.readJSON(Mail.self),
            let id = mail.conversation.objIds.last(where: { $0.key == "messages" })?.id?.text
        {
            return Receipt(messageID: Self.modmail + id)
        }
        guard let sent = try? response.body.readJSON(Sent.self) else {
            throw .unreadable("Reddit's answer is no comment")
        }
        guard case .read(let thing)? = sent.json.data?.things.first, let name = thing.fullName else {
            return Receipt(messageID: "sent:" + reply.id)
        }
        return Receipt(messageID: name, url: thing.data.permalink.map { "https://www.reddit.com" + $0 })
    }
}

public import HarkCore

extension TwilioConnector: ReplyingConnector {
    /// A message from the number that was written to. Its states come to the same address.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        guard let to = reply.target.author?.id else {
            throw .rejected("the message names no author, so there is nobody to answer")
        }
        let own = reply.target.thread.flatMap { thread in
            thread.hasSuffix("/" + to) ? String(thread.dropLast(to.count + 1)) : nil
        }
        let form = QueryText([
            "To": to, "From": own ?? channel.account, "Body": reply.text,
            "StatusCallback": channel.settings["webhook_url"],
        ])
        return HTTPRequest(
            url: try Self.base(of: channel) + "/Messages.json",
            headers: try Self.headers(channel),
            form: form
        )
    }

    /// The new message's SID.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        struct Sent: Decodable {
            @Tolerated var sid: String?
        }
        guard let sid = (try? response.body.readJSON(Sent.self))?.sid else {
            throw .unreadable("Twilio accepted the message but named no SID; look there before sending it again")
        }
        return Receipt(messageID: sid)
    }
}

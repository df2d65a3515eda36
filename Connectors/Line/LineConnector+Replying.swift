public import HarkCore

extension LineConnector: ReplyingConnector {
    private struct Push: Encodable {
        /// Answers to tap; a tap comes back as a message with the same words.
        struct QuickReply: Encodable {
            struct Item: Encodable {
                struct Action: Encodable {
                    var type = "message"
                    var label: String
                    var text: String
                }
                var type = "action"
                var action: Action
            }
            var items: [Item]
        }
        struct Message: Encodable {
            var type = "text"
            var text: String
            var quickReply: QuickReply?
        }
        var to: String
        var messages: [Message]
    }

    /// A push to the person or the group. A reply token would cost nothing but lives about a minute.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        guard let to = reply.target.thread ?? reply.target.author?.id else {
            throw .rejected("the message names neither person nor group, so there is nobody to answer")
        }
        let choices = reply.extras?.choices ?? []
        let items = choices.map { Push.QuickReply.Item(action: .init(label: String($0.prefix(20)), text: $0)) }
        return try HTTPRequest(
            url: try channel.origin(usual: Self.origin) + "/v2/bot/message/push",
            headers: try Self.headers(channel) + [HTTPField("X-Line-Retry-Key", Self.uuid(reply.id))],
            json: Push(
                to: to,
                messages: [.init(text: reply.text, quickReply: items.isEmpty ? nil : .init(items: items))]
            )
        )
    }

    /// The new message's id; a push that had been accepted before names it only in a header, if at all.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        struct Sent: Decodable {
            struct Message: Decodable, Sendable {
                @Tolerated var id: TextID?
            }
            @Tolerated var sentMessages: [Message]?
        }
        let sent = try? response.body.readJSON(Sent.self)
        if let id = sent?.sentMessages?.first?.id?.text { return Receipt(messageID: id) }
        if let id = response.header("x-line-accepted-request-id") { return Receipt(messageID: "request:" + id) }
        throw .unreadable("LINE accepted the message but named no id; look there before sending it again")
    }

    /// The retry key must look like a UUID; an outbox id has its 32 digits.
    static func uuid(_ id: String) -> String {
        let digits = Array(id.lowercased().filter { $0.isASCII && $0.isHexDigit })
        let padded = String((digits + Array(repeating: "0", count: 32)).prefix(32))
        var rest = Substring(padded)
        return [8, 4, 4, 4, 12].map { length in
            defer { rest = rest.dropFirst(length) }
            return String(rest.prefix(length))
        }
        .joined(separator: "-")
    }
}

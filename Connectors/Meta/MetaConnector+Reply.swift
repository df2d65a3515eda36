import Foundation
public import HarkCore

extension MetaConnector: ReplyingConnector {
    /// Direct messages go to the person, public answers under the comment or post.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        let graph = try GraphRequest(channel)
        if channel.network == .whatsapp {
            return try graph.post(channel.account, "messages", body: try whatsApp(reply))
        }
        if reply.extras?.isPrivateReply ?? false {
            let recipient = DirectBody.Recipient(commentID: reply.target.messageID)
            return try graph.post(channel.account, "messages", body: try direct(reply, to: recipient))
        }
        switch (channel.network, reply.target.kind) {
        case (.threads, _):
            let body = ThreadsBody(text: reply.text, replyTo: reply.target.messageID)
            return try graph.post(channel.account, "threads", body: body)
        case (.instagram, .mention):
            let media = reply.target.thread ?? reply.target.messageID
            let comment = media == reply.target.messageID ? nil : reply.target.messageID
            let body = CommentBody(message: reply.text, mediaID: media, commentID: comment)
            return try graph.post(channel.account, "mentions", body: body)
        case (.instagram, .comment):
            return try graph.post(reply.target.messageID, "replies", body: CommentBody(message: reply.text))
        case (.facebook, _):
            return try graph.post(reply.target.messageID, "comments", body: CommentBody(message: reply.text))
        default:
            let recipient = DirectBody.Recipient(id: try customer(of: reply))
            return try graph.post(channel.account, "messages", body: try direct(reply, to: recipient))
        }
    }

    /// Reads the new message's id; each call names it differently.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        let answer = try? JSONDecoder().decode(SentAnswer.self, from: Data(response.body))
        guard let id = answer?.messageID.text ?? answer?.messages?.first?.id.text ?? answer?.id.text else {
            throw .unreadable(
                "Meta accepted the message but named no id; look in the network’s own app before sending it again"
            )
        }
        return Receipt(messageID: id)
    }

    /// A message with its answers to tap; a person's answer outside the window carries the tag that allows it.
    private func direct(
        _ reply: Outgoing,
        to recipient: DirectBody.Recipient
    ) throws(ConnectorFailure) -> DirectBody {
        let choices = reply.extras?.choices ?? []
        if let long = choices.first(where: { $0.count > 20 }) {
            throw .rejected("“\(long)” is longer than the 20 characters that are shown on an answer to tap")
        }
        var body = DirectBody(recipient: recipient, message: .init(text: reply.text, metadata: reply.id))
        if !choices.isEmpty { body.message.quickReplies = choices.map { .init(title: $0, payload: $0) } }
        if reply.extras?.isHumanAgent ?? false { (body.messagingType, body.tag) = ("MESSAGE_TAG", "HUMAN_AGENT") }
        return body
    }

    private func customer(of reply: Outgoing) throws(ConnectorFailure) -> String {
        if let id = reply.target.author?.id { return id }
        if let id = reply.target.thread?.split(separator: "/").last { return String(id) }
        throw .rejected("the message names no author, so there is nobody to answer")
    }

    private func whatsApp(_ reply: Outgoing) throws(ConnectorFailure) -> WhatsAppBody {
        var body = WhatsAppBody(
            recipientType: "individual",
            text: .init(body: reply.text),
            context: .init(messageID: reply.target.messageID),
            callbackData: reply.id
        )
        if let extras = reply.extras { try body.add(extras, text: reply.text) }
        // A template begins a conversation anew; it answers nothing.
        if body.template != nil { body.context = nil }
        if reply.target.kind == .chat, let group = reply.target.thread {
            body.recipientType = "group"
            body.to = group
            return body
        }
        let customer = try customer(of: reply)
        // Without the plus WhatsApp would put our own country code in front.
        if customer.allSatisfy(\.isASCIIDigit) { body.to = "+" + customer } else { body.recipient = customer }
        return body
    }
}

/// The answer to a send call.
private struct SentAnswer: Decodable, Sendable {
    struct Sent: Decodable, Sendable {
        @Tolerated var id: TextID?
    }

    @Tolerated var messageID: TextID?
    @Tolerated var id: TextID?
    var messages: [Sent]?

    private enum CodingKeys: String, CodingKey {
        case messageID = "message_id"
        case id
        case messages
    }
}

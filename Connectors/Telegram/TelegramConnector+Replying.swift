import Foundation
public import HarkCore

extension TelegramConnector: ReplyingConnector {
    private struct SendMessage: Encodable {
        struct ReplyParameters: Encodable {
            var message_id: Int64
            /// The answer leaves even if the customer has deleted the question meanwhile.
            var allow_sending_without_reply = true
        }
        var chat_id: Int64
        var text: String
        var reply_parameters: ReplyParameters
        var message_thread_id: Int64?
        var business_connection_id: String?
    }

    /// Answers in the message's chat, and in its topic where it has one.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        guard let address = TelegramAddress(reply.target.messageID), let chat = Int64(address.chat),
            let message = Int64(address.message)
        else { throw .rejected("“\(reply.target.messageID)” is no message of this network") }
        let place = (reply.target.thread ?? "").split(separator: "@").first ?? ""
        let topic = place.split(separator: ":").dropFirst().first.flatMap { Int64($0) }
        let send = SendMessage(
            chat_id: chat,
            text: reply.text,
            reply_parameters: .init(message_id: message),
            message_thread_id: topic,
            business_connection_id: address.connection
        )
        return HTTPRequest(
            method: "POST",
            url: try Self.base(of: channel) + "sendMessage",
            headers: [HTTPField("Content-Type", "application/json")],
            body: try Self.json(send)
        )
    }

    /// The new message's id.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        struct Sent: Decodable, Sendable {
            var message_id: TextID
            var chat: Chat
        }
        do {
            let sent = try JSONDecoder().decode(Answer<Sent>.self, from: Data(response.body)).result
            let connection = TelegramAddress(reply.target.messageID)?.connection
            let address = TelegramAddress(
                chat: sent.chat.id.text,
                message: sent.message_id.text,
                connection: connection
            )
            return Receipt(messageID: address.text)
        } catch {
            throw .unreadable("Telegram's answer is no message: \(DecodingFailure(reading: error))")
        }
    }
}

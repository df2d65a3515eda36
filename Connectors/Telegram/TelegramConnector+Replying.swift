import Foundation
public import HarkCore

extension TelegramConnector: ReplyingConnector {
    private struct SendMessage: Encodable {
        struct ReplyParameters: Encodable {
            var message_id: Int64
            /// The answer leaves even if the customer has deleted the question meanwhile.
            var allow_sending_without_reply = true
        }
        /// Answers to tap; a tap comes back as a message with the same words.
        struct Keyboard: Encodable {
            struct Button: Encodable {
                var text: String
            }
            var keyboard: [[Button]]
            var one_time_keyboard = true
            var resize_keyboard = true
        }
        var chat_id: Int64
        var text: String?
        var caption: String?
        var photo: String?
        var video: String?
        var document: String?
        var reply_markup: Keyboard?
        var reply_parameters: ReplyParameters
        var message_thread_id: Int64?
        var business_connection_id: String?

        /// Adds what a reply brings beside its text, and names the method that sends it.
        mutating func add(_ extras: ReplyExtras?, text words: String) throws(ConnectorFailure) -> String {
            guard let extras else { return "sendMessage" }
            if !extras.choices.isEmpty {
                reply_markup = Keyboard(keyboard: extras.choices.map { [Keyboard.Button(text: $0)] })
            }
            guard let link = extras.media.first else { return "sendMessage" }
            guard extras.media.count == 1 else { throw .rejected("Telegram takes one file a message through Hark") }
            guard words.count <= 1024 else { throw .rejected("with a file Telegram takes texts of 1024 characters") }
            (text, caption) = (nil, words)
            switch link.prefix(while: { $0 != "?" }).lowercased().split(separator: ".").last {
            case "jpg", "jpeg", "png", "webp": photo = link
            case "mp4": video = link
            default: document = link
            }
            return photo != nil ? "sendPhoto" : video != nil ? "sendVideo" : "sendDocument"
        }
    }

    /// Answers in the message's chat, and in its topic where it has one.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        guard let address = TelegramAddress(reply.target.messageID), let chat = Int64(address.chat),
            let message = Int64(address.message)
        else { throw .rejected("“\(reply.target.messageID)” is no message of this network") }
        let place = (reply.target.thread ?? "").split(separator: "@").first ?? ""
        let topic = place.split(separator: ":").dropFirst().first.flatMap { Int64($0) }
        var send = SendMessage(
            chat_id: chat,
            text: reply.text,
            reply_parameters: .init(message_id: message),
            message_thread_id: topic,
            business_connection_id: address.connection
        )
        return HTTPRequest(
            method: "POST",
            url: try Self.base(of: channel) + (try send.add(reply.extras, text: reply.text)),
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

import HarkCore

/// A message's number is unique only inside its chat, and a business account's chats have numbers of their own, so all
/// three make the id: `chat:message` or `chat:message@connection`. A tap on a button of it has a mark and its own behind.
struct TelegramAddress {
    static let tapMark = "#"

    var chat: String
    var message: String
    var connection: String?

    var text: String { "\(chat):\(message)" + (connection.map { "@" + $0 } ?? "") }

    init(chat: String, message: String, connection: String?) {
        self.chat = chat
        self.message = message
        self.connection = connection
    }

    init?(_ text: String) {
        let text = text.split(separator: Self.tapMark, maxSplits: 1).first ?? ""
        let halves = text.split(separator: "@", maxSplits: 1).map(String.init)
        let numbers = (halves.first ?? "").split(separator: ":").map(String.init)
        guard numbers.count == 2, numbers.allSatisfy({ Int64($0) != nil }) else { return nil }
        self.init(chat: numbers[0], message: numbers[1], connection: halves.count == 2 ? halves[1] : nil)
    }
}

extension TelegramMessage {
    var sentAt: Instant { Instant(seconds: date ?? 0) }

    /// The message with a time; nil where neither it nor the delivery has one.
    func dated(_ arrived: Instant?) -> TelegramMessage? {
        guard date == nil else { return self }
        guard let arrived else { return nil }
        var dated = self
        dated.date = arrived.milliseconds / 1000
        return dated
    }

    /// A chat, a forum's topic, or a business account's chat.
    private var thread: String {
        let topic = isTopicMessage == true ? topic.map { ":" + $0.text } : nil
        return chat.id.text + (topic ?? "") + (businessConnection.map { "@" + $0 } ?? "")
    }

    /// Said by us: by the configured account, or in a business chat by whoever is not the customer.
    func isOurs(_ account: String) -> Bool {
        guard let from else { return false }
        if businessConnection != nil, from.id.text != chat.id.text { return true }
        let name = (account.hasPrefix("@") ? String(account.dropFirst()) : account).lowercased()
        return from.id.text == name || from.username?.lowercased() == name
    }

    /// The message in our words.
    var draft: Draft {
        let isPrivate = chat.isPrivate
        let author = senderChat.map(\.author) ?? from.map(\.author)
        return Draft(
            id: TelegramAddress(chat: chat.id.text, message: messageID.text, connection: businessConnection).text,
            kind: isPrivate ? .direct : .chat,
            isPrivate: isPrivate,
            author: author,
            recipient: businessConnection != nil && from?.id != chat.id ? chat.author : nil,
            text: text ?? caption,
            attachments: media.attachments,
            thread: thread,
            conversation: isPrivate ? .person(thread) : .thread(thread),
            parent: replyTo.map {
                TelegramAddress(chat: $0.chat.id.text, message: $0.messageID.text, connection: businessConnection).text
            },
            sentAt: sentAt,
            url: publicPage,
            isAutomatic: isAutomaticForward == true || from?.isBot == true && senderChat == nil
        )
    }

    private var publicPage: String? {
        guard chat.type == "supergroup", let name = chat.username else { return nil }
        return "https://t.me/\(name)/\(messageID.text)"
    }
}

extension Chat {
    var author: Author {
        Author(id: id.text, handle: username.map { "@" + $0 }, name: title)
    }
}

extension User {
    var author: Author {
        let name = [firstName, lastName].compactMap(\.self).joined(separator: " ")
        return Author(
            id: id.text,
            handle: username.map { "@" + $0 },
            name: name.isEmpty ? nil : name,
            isBot: isBot ?? false
        )
    }
}

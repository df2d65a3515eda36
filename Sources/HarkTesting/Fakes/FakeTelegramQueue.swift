import Foundation

/// What waits for the bot, and who waits for it.
struct FakeTelegramQueue {
    struct Update {
        var id: Int64
        var json: String
    }

    enum Wake { case updates, conflict }

    var hasWebhook = false
    private(set) var updates: [Update] = []
    private(set) var sent: [FakeTelegram.Sent] = []
    private var messages: [Int64: FakeTelegramMessage] = [:]
    private var lastUpdate: Int64 = 1000
    private var lastMessage: Int64 = 0
    private var waiting: AsyncStream<Wake>.Continuation?

    mutating func nextMessage() -> Int64 {
        lastMessage += 1
        return lastMessage
    }

    mutating func push(_ kind: String, _ json: String) {
        lastUpdate += 1
        updates.append(Update(id: lastUpdate, json: #"{"update_id":\#(lastUpdate),"\#(kind)":\#(json)}"#))
        waiting?.yield(.updates)
    }

    mutating func remember(_ message: FakeTelegramMessage) { messages[message.number] = message }

    mutating func edited(_ number: Int64, _ text: String) -> FakeTelegramMessage? {
        messages[number]?.text = text
        return messages[number]
    }

    mutating func send(to chat: Int64, _ text: String, replyTo: Int64?, topic: Int64?) -> FakeTelegram.Sent {
        let message = FakeTelegram.Sent(chat: chat, message: nextMessage(), text: text, replyTo: replyTo, topic: topic)
        sent.append(message)
        return message
    }

    /// Forgets what is before the offset, and gives what is there. A poll that is still waiting loses its place.
    mutating func poll(from offset: Int64?, limit: Int) -> [Update] {
        waiting?.yield(.conflict)
        waiting = nil
        if let offset { updates.removeAll { $0.id < offset } }
        return Array(updates.prefix(limit))
    }

    /// Takes the one place for a waiting poll.
    mutating func wait() -> AsyncStream<Wake> {
        let (stream, wake) = AsyncStream<Wake>.makeStream()
        waiting = wake
        return stream
    }
}

/// A person's message as the Bot API shows it.
struct FakeTelegramMessage {
    var number: Int64
    var person: Int64
    var name: String
    var group: Int64?
    var text: String
    var date: Int64

    var json: String {
        struct Person: Encodable {
            var id: Int64
            var is_bot = false
            var first_name: String
            var username: String
        }
        struct Chat: Encodable {
            var id: Int64
            var type: String
        }
        struct Shown: Encodable {
            var message_id: Int64
            var from: Person
            var chat: Chat
            var date: Int64
            var text: String
        }
        let shown = Shown(
            message_id: number,
            from: Person(id: person, first_name: name, username: name.lowercased()),
            chat: Chat(id: group ?? person, type: group == nil ? "private" : "supergroup"),
            date: date,
            text: text
        )
        return String(decoding: (try? JSONEncoder().encode(shown)) ?? Data(), as: UTF8.self)
    }
}

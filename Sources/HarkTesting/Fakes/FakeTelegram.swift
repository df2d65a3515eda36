import Foundation
public import HarkCore
import Synchronization

/// Telegram's Bot API on loopback: one bot, people who write to it, long polls that wait and confirm by offset.
public final class FakeTelegram: Sendable {
    /// A message of ours that arrived through the API.
    public struct Sent: Sendable, Hashable {
        /// The chat it went to.
        public var chat: Int64
        /// Its number in the chat.
        public var message: Int64
        /// Its text.
        public var text: String
        /// The message it answers.
        public var replyTo: Int64?
        /// The forum's topic.
        public var topic: Int64?
    }

    /// The token that is part of every URL.
    public let token: String
    /// The bot's name without `@`.
    public let username: String
    /// Where it answers: `http://127.0.0.1:PORT`.
    public var origin: String { door.origin }
    /// Every request as it arrives; for one reader.
    public var requests: AsyncStream<SeenRequest> { door.requests }
    /// What the bot said, oldest first.
    public var sent: [Sent] { queue.withLock { $0.sent } }
    /// Updates that no poll has confirmed yet.
    public var pending: Int { queue.withLock { $0.updates.count } }

    let door = FakeDoor()
    let queue = Mutex(FakeTelegramQueue())

    private init(token: String, username: String) {
        self.token = token
        self.username = username
    }

    /// Starts a server for one bot.
    ///
    /// - Parameters:
    ///   - token: The bot's token.
    ///   - username: The bot's name without `@`.
    ///   - port: The port to listen on; 0 takes a free one.
    /// - Returns: The running server.
    /// - Throws: What kept it from listening.
    public static func start(
        token: String = "4711:fake-token",
        username: String = "acme_bot",
        port: Int = 0
    ) async throws -> FakeTelegram {
        let telegram = FakeTelegram(token: token, username: username)
        try await telegram.door.open(telegram.router(), port: port)
        return telegram
    }

    /// Ends the server and every open connection.
    public func stop() async { await door.close() }

    /// The next requests meet trouble.
    public func order(_ fault: FakeFault, times: Int = 1) { door.order(fault, times: times) }

    /// Makes polls fail as they do while a webhook is set.
    public func setWebhook(_ isSet: Bool) { queue.withLock { $0.hasWebhook = isSet } }

    /// Somebody writes to the bot, in private or in a group.
    ///
    /// - Parameters:
    ///   - name: The person's first name.
    ///   - id: The person's number.
    ///   - text: The text.
    ///   - group: The group's number (negative); nil for a private chat.
    ///   - instant: When it was said; nil for now.
    /// - Returns: The message's number in the chat.
    @discardableResult
    public func message(
        from name: String,
        id: Int64,
        _ text: String,
        inGroup group: Int64? = nil,
        at instant: Instant? = nil
    ) -> Int64 {
        queue.withLock { queue in
            let number = queue.nextMessage()
            let message = FakeTelegramMessage(
                number: number,
                person: id,
                name: name,
                group: group,
                text: text,
                date: (instant ?? .present).milliseconds / 1000
            )
            queue.push("message", message.json)
            queue.remember(message)
            return number
        }
    }

    /// A person changes a message.
    public func edit(_ message: Int64, to text: String) {
        queue.withLock { queue in
            guard let edited = queue.edited(message, text) else { return }
            queue.push("edited_message", edited.json)
        }
    }

    /// Any update, by its kind and the JSON of what happened.
    public func push(_ kind: String, json: String) { queue.withLock { $0.push(kind, json) } }
}

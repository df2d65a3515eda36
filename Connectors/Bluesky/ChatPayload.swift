import HarkCore

/// What happened in our chats since a cursor.
struct ChatLog: Decodable, Sendable {
    struct Entry: Decodable, Sendable {
        var type: String
        @Tolerated var convoId: TextID?
        @Tolerated var message: ChatMessage?
        @Tolerated var reaction: ChatReaction?

        private enum CodingKeys: String, CodingKey {
            case convoId, message, reaction
            case type = "$type"
        }
    }

    @Tolerated var cursor: TextID?
    var logs: [Lenient<Entry>]
}

/// A message of a chat.
struct ChatMessage: Decodable, Sendable {
    struct Sender: Decodable, Sendable {
        var did: String
    }

    struct Parent: Decodable, Sendable {
        @Tolerated var id: TextID?
    }

    var id: TextID
    @Tolerated var text: String?
    @Tolerated var sender: Sender?
    @Tolerated var sentAt: Instant?
    @Tolerated var embed: ChatEmbed?
    @Tolerated var replyTo: Parent?
}

struct ChatEmbed: Decodable, Sendable {
    @Tolerated var record: ChatRecord?
}

struct ChatRecord: Decodable, Sendable {
    @Tolerated var uri: String?
}

struct ChatReaction: Decodable, Sendable {
    @Tolerated var value: String?
    @Tolerated var sender: ChatMessage.Sender?
    @Tolerated var createdAt: Instant?
}

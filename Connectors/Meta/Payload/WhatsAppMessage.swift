import HarkCore

/// A message on WhatsApp: a frame, and content under the key that `type` names.
struct WhatsAppMessage: Decodable, Sendable {
    /// What it answers.
    struct Context: Decodable, Sendable {
        @Tolerated var id: TextID?
    }

    /// An edit of an earlier message.
    struct Edit: Decodable, Sendable {
        @Tolerated var originalID: TextID?
        var message: WhatsAppContent?

        private enum CodingKeys: String, CodingKey {
            case originalID = "original_message_id"
            case message
        }
    }

    /// The message that was taken back.
    struct Revoke: Decodable, Sendable {
        @Tolerated var originalID: TextID?

        private enum CodingKeys: String, CodingKey {
            case originalID = "original_message_id"
        }
    }

    /// An emoji under a message; without one it was taken back.
    struct Reaction: Decodable, Sendable {
        @Tolerated var messageID: TextID?
        @Tolerated var emoji: TextID?

        private enum CodingKeys: String, CodingKey {
            case messageID = "message_id"
            case emoji
        }
    }

    /// A note of WhatsApp itself.
    struct System: Decodable, Sendable {
        @Tolerated var type: TextID?
    }

    @Tolerated var id: TextID?
    @Tolerated var from: TextID?
    @Tolerated var fromUserID: TextID?
    @Tolerated var to: TextID?
    @Tolerated var toUserID: TextID?
    @Tolerated var groupID: TextID?
    @Tolerated var timestamp: TextID?
    @Tolerated var context: Context?
    var edit: Edit?
    var revoke: Revoke?
    var reaction: Reaction?
    @Tolerated var system: System?
    var content: WhatsAppContent

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) -> TextID? {
            container.decode(Tolerated<TextID>.self, forKey: key).wrappedValue
        }
        id = text(.id)
        from = text(.from)
        fromUserID = text(.fromUserID)
        to = text(.to)
        toUserID = text(.toUserID)
        groupID = text(.groupID)
        timestamp = text(.timestamp)
        context = container.decode(Tolerated<Context>.self, forKey: .context).wrappedValue
        edit = try container.decodeIfPresent(Edit.self, forKey: .edit)
        revoke = try container.decodeIfPresent(Revoke.self, forKey: .revoke)
        reaction = try container.decodeIfPresent(Reaction.self, forKey: .reaction)
        system = container.decode(Tolerated<System>.self, forKey: .system).wrappedValue
        content = try WhatsAppContent(from: decoder)
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case from
        case fromUserID = "from_user_id"
        case to
        case toUserID = "to_user_id"
        case groupID = "group_id"
        case timestamp
        case context
        case edit
        case revoke
        case reaction
        case system
    }
}

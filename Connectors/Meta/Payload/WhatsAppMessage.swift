/// A message on WhatsApp: a frame, and content under the key that `type` names.
struct WhatsAppMessage: Decodable {
    /// What it answers.
    struct Context: Decodable {
        var id: LenientString?
    }

    /// An edit of an earlier message.
    struct Edit: Decodable {
        var originalID: LenientString?
        var message: WhatsAppContent?

        private enum CodingKeys: String, CodingKey {
            case originalID = "original_message_id"
            case message
        }
    }

    /// The message that was taken back.
    struct Revoke: Decodable {
        var originalID: LenientString?

        private enum CodingKeys: String, CodingKey {
            case originalID = "original_message_id"
        }
    }

    /// An emoji under a message; without one it was taken back.
    struct Reaction: Decodable {
        var messageID: LenientString?
        var emoji: LenientString?

        private enum CodingKeys: String, CodingKey {
            case messageID = "message_id"
            case emoji
        }
    }

    /// A note of WhatsApp itself.
    struct System: Decodable {
        var type: LenientString?
    }

    var id: LenientString?
    var from: LenientString?
    var fromUserID: LenientString?
    var to: LenientString?
    var toUserID: LenientString?
    var groupID: LenientString?
    var timestamp: LenientString?
    var context: Lenient<Context>?
    var edit: Edit?
    var revoke: Revoke?
    var reaction: Reaction?
    var system: Lenient<System>?
    var content: WhatsAppContent

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> LenientString? {
            try container.decodeIfPresent(LenientString.self, forKey: key)
        }
        id = try text(.id)
        from = try text(.from)
        fromUserID = try text(.fromUserID)
        to = try text(.to)
        toUserID = try text(.toUserID)
        groupID = try text(.groupID)
        timestamp = try text(.timestamp)
        context = try container.decodeIfPresent(Lenient<Context>.self, forKey: .context)
        edit = try container.decodeIfPresent(Edit.self, forKey: .edit)
        revoke = try container.decodeIfPresent(Revoke.self, forKey: .revoke)
        reaction = try container.decodeIfPresent(Reaction.self, forKey: .reaction)
        system = try container.decodeIfPresent(Lenient<System>.self, forKey: .system)
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

import HarkCore

/// One event of a room, with every field optional but those that make it one.
struct MatrixEvent: Decodable, Sendable {
    var id: String?
    var type: String
    var sender: String?
    var room: String?
    var stateKey: String?
    var redacts: String?
    var sentAt: Instant
    var content: MatrixContent
    /// Taken back since; the content is gone.
    var isRedacted: Bool

    private enum CodingKeys: String, CodingKey {
        case id = "event_id"
        case type, sender
        case room = "room_id"
        case stateKey = "state_key"
        case redacts
        case sentAt = "origin_server_ts"
        case content, unsigned
    }

    private struct Unsigned: Decodable {
        struct Because: Decodable {}
        var redacted_because: Because?
        var prev_content: MatrixContent?
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        type = try container.decode(String.self, forKey: .type)
        id = container.ifReadable(TextID.self, .id)?.text
        sender = container.ifReadable(String.self, .sender)
        room = container.ifReadable(String.self, .room)
        stateKey = container.ifReadable(String.self, .stateKey)
        content = container.ifReadable(MatrixContent.self, .content) ?? MatrixContent()
        redacts = container.ifReadable(String.self, .redacts) ?? content.redacts
        let unsigned = container.ifReadable(Unsigned.self, .unsigned)
        isRedacted = unsigned?.redacted_because != nil
        if unsigned?.prev_content?.isDirect == true { content.isDirect = true }
        sentAt = Instant(milliseconds: container.ifReadable(LooseNumber.self, .sentAt)?.integer ?? 0)
    }
}

/// What an event says.
struct MatrixContent: Decodable, Sendable {
    var messageType: String?
    var body: String?
    var formattedBody: String?
    var fileName: String?
    var url: String?
    var geoURI: String?
    var info: Info?
    var mentions: [String] = []
    var relation: Relation?
    var newContent: NewContent?
    var redacts: String?
    var membership: String?
    var isDirect: Bool?

    struct Info: Decodable, Sendable {
        var mediaType: String?
        var size: Int?

        private enum CodingKeys: String, CodingKey {
            case mediaType = "mimetype"
            case size
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            mediaType = container.ifReadable(String.self, .mediaType)
            size = container.ifReadable(LooseNumber.self, .size).map { Int($0.integer) }
        }
    }

    /// How the event stands to another: `m.replace`, `m.thread`, `m.annotation`, or a plain reply.
    struct Relation: Decodable, Sendable {
        struct Target: Decodable, Sendable {
            var event_id: String?
        }
        var kind: String?
        var event: String?
        var key: String?
        var inReplyTo: Target?
        var isFallingBack: Bool?

        private enum CodingKeys: String, CodingKey {
            case kind = "rel_type"
            case event = "event_id"
            case key
            case inReplyTo = "m.in_reply_to"
            case isFallingBack = "is_falling_back"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            kind = container.ifReadable(String.self, .kind)
            event = container.ifReadable(String.self, .event)
            key = container.ifReadable(String.self, .key)
            inReplyTo = container.ifReadable(Target.self, .inReplyTo)
            isFallingBack = container.ifReadable(Bool.self, .isFallingBack)
        }
    }

    /// The text that takes an earlier one's place.
    struct NewContent: Decodable, Sendable {
        var body: String?
        var msgtype: String?
    }

    private struct Mentions: Decodable {
        var user_ids: [String]?
    }

    private struct Encrypted: Decodable {
        var url: String?
    }

    private enum CodingKeys: String, CodingKey {
        case messageType = "msgtype"
        case body
        case formattedBody = "formatted_body"
        case fileName = "filename"
        case url, file
        case geoURI = "geo_uri"
        case info
        case mentions = "m.mentions"
        case relation = "m.relates_to"
        case newContent = "m.new_content"
        case redacts, membership
        case isDirect = "is_direct"
    }

    init() {}

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        messageType = container.ifReadable(String.self, .messageType)
        body = container.ifReadable(String.self, .body)
        formattedBody = container.ifReadable(String.self, .formattedBody)
        fileName = container.ifReadable(String.self, .fileName)
        url = container.ifReadable(String.self, .url) ?? container.ifReadable(Encrypted.self, .file)?.url
        geoURI = container.ifReadable(String.self, .geoURI)
        info = container.ifReadable(Info.self, .info)
        mentions = container.ifReadable(Mentions.self, .mentions)?.user_ids ?? []
        relation = container.ifReadable(Relation.self, .relation)
        newContent = container.ifReadable(NewContent.self, .newContent)
        redacts = container.ifReadable(String.self, .redacts)
        membership = container.ifReadable(String.self, .membership)
        isDirect = container.ifReadable(Bool.self, .isDirect)
    }
}

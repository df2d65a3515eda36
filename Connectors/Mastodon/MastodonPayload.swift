import HarkCore

/// The parts of the API's entities that a message is made of. What may be absent on some server is optional.
struct Notification: Decodable, Sendable {
    var id: TextID
    @Tolerated var type: String?
    @Tolerated var createdAt: Instant?
    @Tolerated var account: Account?
    var status: Status?

    private enum CodingKeys: String, CodingKey {
        case id
        case type
        case createdAt = "created_at"
        case account
        case status
    }
}

struct Status: Decodable, Sendable {
    var id: TextID
    @Tolerated var uri: String?
    @Tolerated var url: String?
    var createdAt: Instant
    @Tolerated var editedAt: Instant?
    @Tolerated var inReplyToID: TextID?
    @Tolerated var visibility: String?
    @Tolerated var spoilerText: String?
    @Tolerated var content: String?
    var account: Account
    @Tolerated var mentions: [Lenient<Mention>]?
    @Tolerated var mediaAttachments: [Lenient<Media>]?

    private enum CodingKeys: String, CodingKey {
        case id
        case uri
        case url
        case createdAt = "created_at"
        case editedAt = "edited_at"
        case inReplyToID = "in_reply_to_id"
        case visibility
        case spoilerText = "spoiler_text"
        case content
        case account
        case mentions
        case mediaAttachments = "media_attachments"
    }
}

struct Account: Decodable, Sendable {
    var id: TextID
    var acct: String
    @Tolerated var displayName: String?
    @Tolerated var url: String?
    @Tolerated var bot: Bool?
    @Tolerated var followersCount: LooseNumber?

    private enum CodingKeys: String, CodingKey {
        case id
        case acct
        case displayName = "display_name"
        case url
        case bot
        case followersCount = "followers_count"
    }

    private enum OtherName: String, CodingKey {
        case username
    }

    /// Only the id must be there; a handle is made of what is.
    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.decode(TextID.self, forKey: .id)
        let username = try decoder.container(keyedBy: OtherName.self).ifReadable(String.self, .username)
        acct = fields.ifReadable(String.self, .acct) ?? username ?? id.text
        displayName = fields.ifReadable(String.self, .displayName)
        url = fields.ifReadable(String.self, .url)
        bot = fields.ifReadable(Bool.self, .bot)
        followersCount = fields.ifReadable(LooseNumber.self, .followersCount)
    }
}

struct Mention: Decodable, Sendable {
    var id: TextID
    var acct: String
    @Tolerated var url: String?
}

struct Media: Decodable, Sendable {
    @Tolerated var id: TextID?
    @Tolerated var type: String?
    @Tolerated var url: String?
    @Tolerated var remoteURL: String?
    @Tolerated var description: String?

    private enum CodingKeys: String, CodingKey {
        case id
        case type
        case url
        case remoteURL = "remote_url"
        case description
    }
}

/// A conversation's or a notification request's head: only its newest post is shown.
struct Head: Decodable, Sendable {
    var lastStatus: Status?

    private enum CodingKeys: String, CodingKey {
        case lastStatus = "last_status"
    }
}

/// What stands around a post.
struct Surroundings: Decodable, Sendable {
    var ancestors: [Lenient<Status>]
    var descendants: [Lenient<Status>]
}

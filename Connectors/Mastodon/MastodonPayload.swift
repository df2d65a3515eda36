import HarkCore

/// The parts of the API's entities that a message is made of. What may be absent on some server is optional.
struct Notification: Decodable, Sendable {
    var id: TextID
    var type: String
    var status: Status?
}

struct Status: Decodable, Sendable {
    var id: TextID
    var uri: String?
    var url: String?
    var createdAt: Instant
    var editedAt: Instant?
    var inReplyToID: TextID?
    var visibility: String
    var spoilerText: String?
    var content: String?
    var account: Account
    var mentions: [Mention]?
    var mediaAttachments: [Lenient<Media>]?

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
    var displayName: String?
    var url: String?
    var bot: Bool?
    var followersCount: Int?

    private enum CodingKeys: String, CodingKey {
        case id
        case acct
        case displayName = "display_name"
        case url
        case bot
        case followersCount = "followers_count"
    }
}

struct Mention: Decodable, Sendable {
    var id: TextID
    var acct: String
    var url: String?
}

struct Media: Decodable, Sendable {
    var id: TextID
    var type: String
    var url: String?
    var remoteURL: String?
    var description: String?

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

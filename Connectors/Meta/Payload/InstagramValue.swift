import HarkCore

/// A comment under our media, or a notice that somebody mentioned us.
struct InstagramValue: Decodable, Sendable {
    /// The author.
    struct From: Decodable, Sendable {
        @Tolerated var id: TextID?
        @Tolerated var username: TextID?
    }

    /// The post it belongs to.
    struct Media: Decodable, Sendable {
        @Tolerated var id: TextID?
    }

    @Tolerated var id: TextID?
    @Tolerated var text: TextID?
    @Tolerated var from: From?
    @Tolerated var media: Media?
    @Tolerated var parentID: TextID?
    @Tolerated var mediaID: TextID?
    @Tolerated var commentID: TextID?

    private enum CodingKeys: String, CodingKey {
        case id
        case text
        case from
        case media
        case parentID = "parent_id"
        case mediaID = "media_id"
        case commentID = "comment_id"
    }
}

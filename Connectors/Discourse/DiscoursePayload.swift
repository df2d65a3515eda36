import HarkCore

/// A page of notifications; old forums answer with a bare list.
struct NotificationPage: Decodable, Sendable {
    var notifications: [Lenient<Notification>]
    var total: LooseNumber?

    private enum CodingKeys: String, CodingKey {
        case notifications
        case total = "total_rows_notifications"
    }

    init(from decoder: any Decoder) throws {
        if let list = try? decoder.singleValueContainer().decode([Lenient<Notification>].self) {
            notifications = list
            return
        }
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        notifications = try fields.decode([Lenient<Notification>].self, forKey: .notifications)
        total = try? fields.decodeIfPresent(LooseNumber.self, forKey: .total)
    }
}

/// Something that concerns us; the post itself must be asked for.
struct Notification: Decodable, Sendable {
    struct Details: Decodable, Sendable {
        @Tolerated var topic_title: String?
        @Tolerated var original_post_id: TextID?
        @Tolerated var original_username: String?
        @Tolerated var display_username: String?
    }

    var notification_type: LooseNumber
    @Tolerated var created_at: Instant?
    @Tolerated var topic_id: TextID?
    @Tolerated var acting_user_name: String?
    @Tolerated var data: Details?
}

/// A post as the forum and its webhooks show it.
struct Post: Decodable, Sendable {
    var id: TextID
    @Tolerated var user_id: TextID?
    @Tolerated var username: String?
    @Tolerated var name: String?
    @Tolerated var created_at: Instant?
    @Tolerated var updated_at: Instant?
    @Tolerated var deleted_at: Instant?
    @Tolerated var user_deleted: Bool?
    @Tolerated var raw: String?
    @Tolerated var cooked: String?
    @Tolerated var version: LooseNumber?
    @Tolerated var post_number: LooseNumber?
    @Tolerated var post_type: LooseNumber?
    @Tolerated var topic_id: TextID?
    @Tolerated var topic_slug: String?
    @Tolerated var topic_title: String?
    @Tolerated var topic_archetype: String?
    @Tolerated var post_url: String?
}

/// Many posts: the newest of the forum, or a topic's.
struct PostList: Decodable, Sendable {
    struct Stream: Decodable, Sendable {
        var posts: [Lenient<Post>]
    }

    @Tolerated var latest_posts: [Lenient<Post>]?
    @Tolerated var post_stream: Stream?
}

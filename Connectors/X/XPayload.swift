import HarkCore

/// A page of posts or direct messages.
struct XPage<Element: Decodable & Sendable>: Decodable, Sendable {
    @Tolerated var data: [Lenient<Element>]?
    @Tolerated var includes: Includes?
    @Tolerated var meta: Meta?

    struct Meta: Decodable, Sendable {
        @Tolerated var next_token: String?
        @Tolerated var result_count: LooseNumber?
        @Tolerated var newest_id: TextID?
    }
}

/// What posts refer to, told once a page.
struct Includes: Decodable, Sendable {
    @Tolerated var users: [Lenient<User>]?
    @Tolerated var media: [Lenient<Media>]?

    /// An account as it is told here; some events wrap it once more.
    func user(_ id: String?) -> User? {
        (users ?? []).lazy.compactMap { if case .read(let user) = $0 { user } else { nil } }.first { $0.id.text == id }
    }

    func medium(_ key: String) -> Media? {
        (media ?? []).lazy.compactMap { if case .read(let medium) = $0 { medium } else { nil } }
            .first { $0.media_key == key }
    }
}

/// An account.
struct User: Decodable, Sendable {
    var id: TextID
    @Tolerated var username: String?
    @Tolerated var name: String?
    @Tolerated var public_metrics: Metrics?

    struct Metrics: Decodable, Sendable {
        @Tolerated var followers_count: LooseNumber?
    }

    private enum CodingKeys: String, CodingKey { case id, username, screen_name, name, public_metrics, data }

    init(from decoder: any Decoder) throws {
        var fields = try decoder.container(keyedBy: CodingKeys.self)
        if let inner = try? fields.nestedContainer(keyedBy: CodingKeys.self, forKey: .data) { fields = inner }
        id = try fields.decode(TextID.self, forKey: .id)
        username =
            (try? fields.decodeIfPresent(String.self, forKey: .username))
            ?? (try? fields.decodeIfPresent(String.self, forKey: .screen_name)) ?? nil
        name = (try? fields.decodeIfPresent(String.self, forKey: .name)) ?? nil
        public_metrics = (try? fields.decodeIfPresent(Metrics.self, forKey: .public_metrics)) ?? nil
    }
}

struct Media: Decodable, Sendable {
    var media_key: String
    @Tolerated var type: String?
    @Tolerated var url: String?
    @Tolerated var alt_text: String?
}

/// A post. The names with `post` are those of newer documents.
struct Tweet: Decodable, Sendable {
    struct Referenced: Decodable, Sendable {
        @Tolerated var type: String?
        @Tolerated var id: TextID?
    }

    struct Note: Decodable, Sendable {
        @Tolerated var text: String?
    }

    struct Attached: Decodable, Sendable {
        @Tolerated var media_keys: [String]?
    }

    var id: TextID
    @Tolerated var text: String?
    @Tolerated var note_tweet: Note?
    @Tolerated var note_post: Note?
    @Tolerated var author_id: TextID?
    @Tolerated var created_at: Instant?
    @Tolerated var conversation_id: TextID?
    @Tolerated var in_reply_to_tweet_id: TextID?
    @Tolerated var referenced_tweets: [Referenced]?
    @Tolerated var referenced_posts: [Referenced]?
    @Tolerated var edit_history_tweet_ids: [TextID]?
    @Tolerated var edit_history_post_ids: [TextID]?
    @Tolerated var attachments: Attached?
}

/// Something that happened in a private conversation.
struct DirectEvent: Decodable, Sendable {
    var id: TextID
    @Tolerated var event_type: String?
    @Tolerated var text: String?
    @Tolerated var sender_id: TextID?
    @Tolerated var dm_conversation_id: TextID?
    @Tolerated var created_at: Instant?
    @Tolerated var participant_ids: [TextID]?
    @Tolerated var attachments: Tweet.Attached?
}

/// A private message as webhooks write it, in the older form.
struct OldDirectEvent: Decodable, Sendable {
    struct Target: Decodable, Sendable {
        @Tolerated var recipient_id: TextID?
    }

    struct Enclosed: Decodable, Sendable {
        struct Medium: Decodable, Sendable {
            @Tolerated var media_url_https: String?
            @Tolerated var type: String?
        }
        @Tolerated var media: Medium?
    }

    struct Content: Decodable, Sendable {
        @Tolerated var text: String?
        @Tolerated var attachment: Enclosed?
        @Tolerated var quick_reply_response: Tapped?
    }

    struct Tapped: Decodable, Sendable {
        @Tolerated var metadata: String?
    }

    struct Creation: Decodable, Sendable {
        @Tolerated var target: Target?
        @Tolerated var sender_id: TextID?
        @Tolerated var message_data: Content?
    }

    var id: TextID
    @Tolerated var type: String?
    @Tolerated var created_timestamp: LooseNumber?
    @Tolerated var message_create: Creation?
}

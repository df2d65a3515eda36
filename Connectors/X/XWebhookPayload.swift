import HarkCore

/// The newer form of an event: what, about whom, and the thing itself.
struct ActivityEvent: Decodable, Sendable {
    struct Content: Decodable, Sendable {
        struct Filter: Decodable, Sendable {
            @Tolerated var user_id: TextID?
        }

        @Tolerated var event_type: String?
        @Tolerated var event_uuid: TextID?
        @Tolerated var filter: Filter?
        @Tolerated var includes: Includes?
        @Tolerated var post: Tweet?
        @Tolerated var chat: EncryptedChat?
        @Tolerated var direct: DirectPayload?

        private enum CodingKeys: String, CodingKey { case event_type, event_uuid, filter, includes, payload }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            event_type = (try? fields.decodeIfPresent(String.self, forKey: .event_type)) ?? nil
            event_uuid = (try? fields.decodeIfPresent(TextID.self, forKey: .event_uuid)) ?? nil
            filter = (try? fields.decodeIfPresent(Filter.self, forKey: .filter)) ?? nil
            includes = (try? fields.decodeIfPresent(Includes.self, forKey: .includes)) ?? nil
            // The same member holds another thing for each type of event.
            post = (try? fields.decodeIfPresent(Tweet.self, forKey: .payload)) ?? nil
            chat = (try? fields.decodeIfPresent(EncryptedChat.self, forKey: .payload)) ?? nil
            direct = (try? fields.decodeIfPresent(DirectPayload.self, forKey: .payload)) ?? nil
        }
    }

    var data: Content
}

/// A message only its reader's devices can open.
struct EncryptedChat: Decodable, Sendable {
    var encoded_event: String
    @Tolerated var id: TextID?
    @Tolerated var sender_id: TextID?
    @Tolerated var conversation_id: TextID?
    @Tolerated var created_at_msec: LooseNumber?
}

struct DirectPayload: Decodable, Sendable {
    var direct_message_events: [Lenient<OldDirectEvent>]
    @Tolerated var users: [String: Lenient<User>]?
}

/// The older form: lists of things by kind, and for whom.
struct AccountActivity: Decodable, Sendable {
    struct Removed: Decodable, Sendable {
        struct Status: Decodable, Sendable {
            var id: TextID
        }
        var status: Status
        @Tolerated var timestamp_ms: LooseNumber?
    }

    struct UserEvent: Decodable, Sendable {
        struct Revocation: Decodable, Sendable {}
        @Tolerated var revoke: Revocation?
    }

    @Tolerated var for_user_id: TextID?
    @Tolerated var tweet_create_events: [Lenient<OldTweet>]?
    @Tolerated var tweet_delete_events: [Lenient<Removed>]?
    @Tolerated var direct_message_events: [Lenient<OldDirectEvent>]?
    @Tolerated var users: [String: Lenient<User>]?
    @Tolerated var user_event: UserEvent?
}

/// A post in the older form, whose plain number is rounded.
struct OldTweet: Decodable, Sendable {
    struct Long: Decodable, Sendable {
        @Tolerated var full_text: String?
        @Tolerated var entities: Entities?
        @Tolerated var extended_entities: Entities?
    }

    struct Entities: Decodable, Sendable {
        @Tolerated var media: [Lenient<OldDirectEvent.Enclosed.Medium>]?
    }

    struct Account: Decodable, Sendable {
        @Tolerated var id_str: TextID?
        @Tolerated var screen_name: String?
        @Tolerated var name: String?
        @Tolerated var followers_count: LooseNumber?
    }

    struct Anything: Decodable, Sendable {}

    /// The number as text; the plain number, rounded as it may be, only where there is no other.
    @Tolerated private var id_str: TextID?
    @Tolerated private var id: TextID?
    @Tolerated var text: String?
    @Tolerated var full_text: String?
    @Tolerated var extended_tweet: Long?
    @Tolerated var user: Account?
    @Tolerated var in_reply_to_status_id_str: TextID?
    @Tolerated var timestamp_ms: LooseNumber?
    @Tolerated var created_at: String?
    @Tolerated var entities: Entities?
    @Tolerated var extended_entities: Entities?
    @Tolerated var retweeted_status: Anything?

    /// Its lasting number.
    var number: String? { (id_str ?? id)?.text }

    /// Pictures and films: the fullest list names each, the others only the first.
    var media: [OldDirectEvent.Enclosed.Medium] {
        let lists = [extended_tweet?.extended_entities, extended_entities, extended_tweet?.entities, entities]
        return (lists.lazy.compactMap { $0?.media }.first { !$0.isEmpty } ?? []).compactMap(\.value)
    }
}

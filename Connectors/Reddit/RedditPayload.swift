import HarkCore

/// A list of things.
struct Listing: Decodable, Sendable {
    struct Content: Decodable, Sendable {
        @Tolerated var after: String?
        var children: [Lenient<Thing>]
    }

    var data: Content
}

/// A comment (`t1`), private message (`t4`) or something else.
struct Thing: Decodable, Sendable {
    var kind: String
    var data: Content

    struct Content: Decodable, Sendable {
        @Tolerated var name: String?
        @Tolerated var id: TextID?
        @Tolerated var author: String?
        @Tolerated var author_fullname: String?
        @Tolerated var subject: String?
        @Tolerated var body: String?
        @Tolerated var selftext: String?
        @Tolerated var title: String?
        @Tolerated var created_utc: LooseNumber?
        @Tolerated var edited: LooseNumber?
        @Tolerated var was_comment: Bool?
        @Tolerated var type: String?
        @Tolerated var parent_id: String?
        @Tolerated var context: String?
        @Tolerated var permalink: String?
        @Tolerated var link_id: String?
        @Tolerated var link_title: String?
        @Tolerated var subreddit: String?
        @Tolerated var subreddit_name_prefixed: String?
        @Tolerated var dest: String?
        @Tolerated var first_message_name: String?
        /// Empty text, or a list of things.
        var replies: [Thing]

        private enum CodingKeys: String, CodingKey {
            case name, id, author, author_fullname, subject, body, selftext, title, created_utc, edited, was_comment
            case type, parent_id, context, permalink, link_id, link_title, subreddit, subreddit_name_prefixed, dest
            case first_message_name, replies
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            func text(_ key: CodingKeys) -> String? { (try? fields.decodeIfPresent(String.self, forKey: key)) ?? nil }
            func number(_ key: CodingKeys) -> LooseNumber? {
                (try? fields.decodeIfPresent(LooseNumber.self, forKey: key)) ?? nil
            }
            let listing = (try? fields.decodeIfPresent(Listing.self, forKey: .replies)) ?? nil
            replies = (listing?.data.children ?? []).compactMap { if case .read(let thing) = $0 { thing } else { nil } }
            (name, author, author_fullname) = (text(.name), text(.author), text(.author_fullname))
            id = (try? fields.decodeIfPresent(TextID.self, forKey: .id)) ?? nil
            (subject, body, selftext, title) = (text(.subject), text(.body), text(.selftext), text(.title))
            (created_utc, edited) = (number(.created_utc), number(.edited))
            was_comment = (try? fields.decodeIfPresent(Bool.self, forKey: .was_comment)) ?? nil
            (type, parent_id, context, permalink) = (text(.type), text(.parent_id), text(.context), text(.permalink))
            (link_id, link_title, dest) = (text(.link_id), text(.link_title), text(.dest))
            (subreddit, subreddit_name_prefixed) = (text(.subreddit), text(.subreddit_name_prefixed))
            first_message_name = text(.first_message_name)
        }
    }
}

/// The moderators' conversations, each with its newest messages.
struct ModmailPage: Decodable, Sendable {
    struct Head: Decodable, Sendable {
        struct Part: Decodable, Sendable {
            @Tolerated var id: TextID?
            @Tolerated var key: String?
        }

        @Tolerated var subject: String?
        @Tolerated var objIds: [Part]?
        @Tolerated var lastUpdated: Instant?
    }

    struct Message: Decodable, Sendable {
        struct Writer: Decodable, Sendable {
            @Tolerated var name: String?
            @Tolerated var id: TextID?
            @Tolerated var isMod: Bool?
        }

        @Tolerated var bodyMarkdown: String?
        @Tolerated var body: String?
        @Tolerated var author: Writer?
        @Tolerated var isInternal: Bool?
        @Tolerated var date: Instant?
    }

    var conversations: [String: Head]
    @Tolerated var messages: [String: Lenient<Message>]?
    @Tolerated var conversationIds: [String]?
}

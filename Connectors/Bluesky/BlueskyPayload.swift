import HarkCore

/// A page of notifications; some recordings hold the bare list.
struct NotificationPage: Decodable, Sendable {
    var notifications: [Lenient<Notification>]
    var next: String?

    private enum CodingKeys: String, CodingKey { case notifications, cursor }

    init(from decoder: any Decoder) throws {
        if let list = try? decoder.singleValueContainer().decode([Lenient<Notification>].self) {
            notifications = list
            return
        }
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        notifications = try fields.decode([Lenient<Notification>].self, forKey: .notifications)
        next = (try? fields.decodeIfPresent(String.self, forKey: .cursor)) ?? nil
    }
}

/// Something that concerns us.
struct Notification: Decodable, Sendable {
    var uri: String
    @Tolerated var cid: String?
    var author: Profile
    var reason: String
    @Tolerated var reasonSubject: String?
    @Tolerated var indexedAt: Instant?
    @Tolerated var record: PostRecord?
}

/// An account as the API shows it.
struct Profile: Decodable, Sendable {
    var did: String
    @Tolerated var handle: String?
    @Tolerated var displayName: String?
}

/// A post as its author wrote it.
struct PostRecord: Decodable, Sendable {
    struct Reply: Decodable, Sendable {
        var root: Reference
        var parent: Reference
    }

    @Tolerated var text: String?
    @Tolerated var createdAt: Instant?
    @Tolerated var reply: Reply?
    @Tolerated var embed: Embed?

    /// A post of which nothing was told.
    init() {}
}

/// Points at a version of a record.
struct Reference: Codable, Sendable, Hashable {
    var uri: String
    var cid: String
}

/// What is attached: pictures, a film, a link, another post, or another post with one of the former.
struct Embed: Decodable, Sendable {
    struct Image: Decodable, Sendable {
        @Tolerated var alt: String?
        @Tolerated var image: Blob?
    }

    struct Blob: Decodable, Sendable {
        struct Link: Decodable, Sendable {
            var link: String
            private enum CodingKeys: String, CodingKey { case link = "$link" }
        }

        @Tolerated var mimeType: String?
        @Tolerated var size: LooseNumber?
        @Tolerated var ref: Link?
    }

    struct External: Decodable, Sendable {
        @Tolerated var uri: String?
        @Tolerated var title: String?
    }

    struct Media: Decodable, Sendable {
        @Tolerated var images: [Lenient<Image>]?
        @Tolerated var video: Blob?
        @Tolerated var external: External?
    }

    @Tolerated var images: [Lenient<Image>]?
    @Tolerated var video: Blob?
    @Tolerated var external: External?
    @Tolerated var media: Media?
}

/// A post with what the service adds to it.
struct PostView: Decodable, Sendable {
    var uri: String
    @Tolerated var cid: String?
    var author: Profile
    @Tolerated var record: PostRecord?
    @Tolerated var indexedAt: Instant?
}

/// A post between those above and below it.
struct ThreadNode: Decodable, Sendable {
    /// A value cannot hold itself; a list can hold it.
    private enum CodingKeys: String, CodingKey { case post, parent, replies, thread }

    var post: PostView?
    var parent: [ThreadNode] = []
    var replies: [ThreadNode] = []

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        if let inner = (try? fields.decodeIfPresent(ThreadNode.self, forKey: .thread)) ?? nil {
            self = inner
            return
        }
        post = (try? fields.decodeIfPresent(PostView.self, forKey: .post)) ?? nil
        parent = ((try? fields.decodeIfPresent(ThreadNode.self, forKey: .parent)) ?? nil).map { [$0] } ?? []
        replies = ((try? fields.decodeIfPresent([ThreadNode].self, forKey: .replies)) ?? nil) ?? []
    }

    /// All posts, the oldest ancestor first.
    var posts: [PostView] { parent.flatMap(\.posts) + (post.map { [$0] } ?? []) + replies.flatMap(\.posts) }
}

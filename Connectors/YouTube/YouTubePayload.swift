import HarkCore

/// A list of threads or of comments.
struct CommentList: Decodable, Sendable {
    var items: [Lenient<Listed>]?
    @Tolerated var nextPageToken: String?
}

/// A thread, or a comment on its own.
enum Listed: Decodable, Sendable {
    case thread(CommentThread)
    case comment(Comment)

    private struct Shape: Decodable {
        struct Snippet: Decodable {
            @Tolerated var topLevelComment: Comment?
        }
        var snippet: Snippet
    }

    init(from decoder: any Decoder) throws {
        if try Shape(from: decoder).snippet.topLevelComment != nil {
            self = .thread(try CommentThread(from: decoder))
        } else {
            self = .comment(try Comment(from: decoder))
        }
    }
}

/// A comment and the answers to it; its id is the comment's.
struct CommentThread: Decodable, Sendable {
    struct Snippet: Decodable, Sendable {
        var topLevelComment: Comment
        @Tolerated var totalReplyCount: LooseNumber?
        @Tolerated var videoId: String?
    }

    struct Replies: Decodable, Sendable {
        var comments: [Lenient<Comment>]
    }

    var id: TextID
    var snippet: Snippet
    /// The newest answers, not always all.
    @Tolerated var replies: Replies?
}

/// One comment.
struct Comment: Decodable, Sendable {
    struct Snippet: Decodable, Sendable {
        @Tolerated var videoId: String?
        @Tolerated var parentId: TextID?
        @Tolerated var authorDisplayName: String?
        @Tolerated var authorChannelUrl: String?
        @Tolerated var authorChannelId: ChannelID?
        @Tolerated var textDisplay: String?
        @Tolerated var textOriginal: String?
        @Tolerated var publishedAt: Instant?
        @Tolerated var updatedAt: Instant?
    }

    struct ChannelID: Decodable, Sendable {
        var value: TextID
    }

    var id: TextID
    var snippet: Snippet
}

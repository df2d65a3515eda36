import HarkCore

/// A change of a page's feed, mentions or ratings. Old and new API versions name the author differently.
struct FeedValue: Decodable, Sendable {
    /// The author, since API version 2.11.
    struct From: Decodable, Sendable {
        @Tolerated var id: TextID?
        @Tolerated var name: TextID?
    }

    /// The post a comment stands under, in newer versions.
    struct Post: Decodable, Sendable {
        @Tolerated var permalink: TextID?

        private enum CodingKeys: String, CodingKey {
            case permalink = "permalink_url"
        }
    }

    @Tolerated var item: TextID?
    @Tolerated var verb: TextID?
    @Tolerated var postID: TextID?
    @Tolerated var commentID: TextID?
    @Tolerated var parentID: TextID?
    @Tolerated var from: From?
    @Tolerated var senderID: TextID?
    @Tolerated var senderName: TextID?
    @Tolerated var reviewerID: TextID?
    @Tolerated var reviewerName: TextID?
    @Tolerated var message: TextID?
    @Tolerated var photo: TextID?
    @Tolerated var photos: [Lenient<TextID>]?
    @Tolerated var video: TextID?
    @Tolerated var link: TextID?
    @Tolerated var createdTime: TextID?
    @Tolerated var storyID: TextID?
    @Tolerated var rating: TextID?
    @Tolerated var recommendation: TextID?
    @Tolerated var reviewText: TextID?
    @Tolerated var post: Post?

    var authorID: String? { from?.id.text ?? senderID.text ?? reviewerID.text }
    var authorName: String? { from?.name.text ?? senderName.text ?? reviewerName.text }

    private enum CodingKeys: String, CodingKey {
        case item
        case verb
        case postID = "post_id"
        case commentID = "comment_id"
        case parentID = "parent_id"
        case from
        case senderID = "sender_id"
        case senderName = "sender_name"
        case reviewerID = "reviewer_id"
        case reviewerName = "reviewer_name"
        case message
        case photo
        case photos
        case video
        case link
        case createdTime = "created_time"
        case storyID = "open_graph_story_id"
        case rating
        case recommendation = "recommendation_type"
        case reviewText = "review_text"
        case post
    }
}

/// A change of a page's feed, mentions or ratings. Old and new API versions name the author differently.
struct FeedValue: Decodable {
    /// The author, since API version 2.11.
    struct From: Decodable {
        var id: LenientString?
        var name: LenientString?
    }

    /// The post a comment stands under, in newer versions.
    struct Post: Decodable {
        var permalink: LenientString?

        private enum CodingKeys: String, CodingKey {
            case permalink = "permalink_url"
        }
    }

    var item: LenientString?
    var verb: LenientString?
    var postID: LenientString?
    var commentID: LenientString?
    var parentID: LenientString?
    var from: Lenient<From>?
    var senderID: LenientString?
    var senderName: LenientString?
    var reviewerID: LenientString?
    var reviewerName: LenientString?
    var message: LenientString?
    var photo: LenientString?
    var photos: Lenient<[LenientString]>?
    var video: LenientString?
    var link: LenientString?
    var createdTime: LenientString?
    var storyID: LenientString?
    var rating: LenientString?
    var recommendation: LenientString?
    var reviewText: LenientString?
    var post: Lenient<Post>?

    var authorID: String? { from?.value?.id.text ?? senderID.text ?? reviewerID.text }
    var authorName: String? { from?.value?.name.text ?? senderName.text ?? reviewerName.text }

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

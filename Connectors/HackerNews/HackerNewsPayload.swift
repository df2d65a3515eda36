import HarkCore

/// One page of the search.
struct SearchPage: Decodable, Sendable {
    var hits: [Lenient<Hit>]
    @Tolerated var page: LooseNumber?
    @Tolerated var nbPages: LooseNumber?
}

/// A story or comment as the search shows it.
struct Hit: Decodable, Sendable {
    var objectID: TextID
    @Tolerated var createdAt: Instant?
    @Tolerated var createdAtSeconds: LooseNumber?
    @Tolerated var author: String?
    @Tolerated var title: String?
    @Tolerated var url: String?
    @Tolerated var storyText: String?
    @Tolerated var commentText: String?
    @Tolerated var storyID: TextID?
    @Tolerated var storyTitle: String?
    @Tolerated var parentID: TextID?
    @Tolerated var tags: [String]?

    private enum CodingKeys: String, CodingKey {
        case objectID, author, title, url
        case createdAt = "created_at"
        case createdAtSeconds = "created_at_i"
        case storyText = "story_text"
        case commentText = "comment_text"
        case storyID = "story_id"
        case storyTitle = "story_title"
        case parentID = "parent_id"
        case tags = "_tags"
    }
}

/// A story or comment as the site's own item call shows it.
struct Item: Decodable, Sendable {
    var id: TextID
    @Tolerated var type: String?
    @Tolerated var by: String?
    @Tolerated var time: LooseNumber?
    @Tolerated var text: String?
    @Tolerated var title: String?
    @Tolerated var url: String?
    @Tolerated var parent: TextID?
    @Tolerated var deleted: Bool?
    @Tolerated var dead: Bool?
}

/// A comment under our media, or a notice that somebody mentioned us.
struct InstagramValue: Decodable {
    /// The author.
    struct From: Decodable {
        var id: LenientString?
        var username: LenientString?
    }

    /// The post it belongs to.
    struct Media: Decodable {
        var id: LenientString?
    }

    var id: LenientString?
    var text: LenientString?
    var from: Lenient<From>?
    var media: Lenient<Media>?
    var parentID: LenientString?
    var mediaID: LenientString?
    var commentID: LenientString?

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

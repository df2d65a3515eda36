import HarkCore

/// A thing of the Graph API: a message, comment, post, medium or conversation. Which of them it is shows in its members;
/// an answer has only those that were asked for.
struct GraphNode: Decodable, Sendable {
    struct Party: Decodable, Sendable {
        @Tolerated var id: TextID?
        @Tolerated var name: String?
        @Tolerated var username: String?
    }
    struct Listed<Element: Decodable & Sendable>: Decodable, Sendable {
        @Tolerated var data: [Lenient<Element>]?
    }
    struct Picture: Decodable, Sendable {
        @Tolerated var url: String?
    }
    struct File: Decodable, Sendable {
        @Tolerated var id: TextID?
        @Tolerated var mime_type: String?
        @Tolerated var name: String?
        @Tolerated var title: String?
        @Tolerated var size: LooseNumber?
        @Tolerated var file_url: String?
        @Tolerated var image_data: Picture?
        @Tolerated var video_data: Picture?
        @Tolerated var url: String?
        @Tolerated var type: String?
    }
    /// One thing inside another, kept as a list because a value cannot hold itself.
    struct Inner: Decodable, Sendable {
        var nodes: [GraphNode]
        init(from decoder: any Decoder) throws { nodes = [try GraphNode(from: decoder)] }
    }

    @Tolerated var id: TextID?
    @Tolerated var message: String?
    @Tolerated var text: String?
    @Tolerated var caption: String?
    @Tolerated var created_time: String?
    @Tolerated var timestamp: String?
    @Tolerated var from: Party?
    @Tolerated var to: Listed<Party>?
    @Tolerated var username: String?
    @Tolerated var parent: Party?
    @Tolerated var parent_id: TextID?
    @Tolerated var replied_to: Party?
    @Tolerated var root_post: Party?
    @Tolerated var permalink_url: String?
    @Tolerated var permalink: String?
    @Tolerated var media_type: String?
    @Tolerated var media_url: String?
    @Tolerated var attachment: File?
    @Tolerated var attachments: Listed<File>?
    @Tolerated var sticker: String?
    /// Comes as a flag, and as text.
    @Tolerated var is_unsupported: GraphFlag?
    @Tolerated var comments: Listed<GraphNode>?
    @Tolerated var replies: Listed<GraphNode>?
    @Tolerated var messages: Listed<GraphNode>?
    @Tolerated var mentioned_media: Inner?
    @Tolerated var mentioned_comment: Inner?

    var sentAt: Instant? { (created_time ?? timestamp).flatMap { Instant($0) } }
}

/// A flag, written as one or as text.
struct GraphFlag: Decodable, Sendable {
    var isSet: Bool

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            isSet = flag
        } else {
            isSet = try container.decode(String.self) == "true"
        }
    }
}

/// An answer: a list, one thing, or things by their ids.
struct GraphAnswer: Decodable, Sendable {
    struct Cursors: Decodable, Sendable {
        @Tolerated var after: String?
    }
    struct Paging: Decodable, Sendable {
        @Tolerated var cursors: Cursors?
        @Tolerated var next: String?
    }
    private struct Page: Decodable {
        var data: [Lenient<GraphNode>]
        @Tolerated var paging: Paging?
    }

    var nodes: [Lenient<GraphNode>]
    /// Leads to the next page; only where the answer says there is one.
    var next: String?

    init(from decoder: any Decoder) throws {
        if let page = try? Page(from: decoder) {
            nodes = page.data
            next = page.paging?.next == nil ? nil : page.paging?.cursors?.after
            return
        }
        let node = try GraphNode(from: decoder)
        if node.id != nil {
            nodes = [.read(node)]
        } else {
            nodes = try [String: Lenient<GraphNode>](from: decoder).sorted { $0.key < $1.key }.map(\.value)
        }
    }
}

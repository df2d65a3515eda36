import Foundation
import HarkCore

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A feed, whichever of the formats it is written in.
struct FeedDocument: Sendable {
    var title: String?
    var updated: Instant?
    var entries: [FeedEntry] = []
    /// What was wrong with entries that could not be read.
    var malformed: [String] = []

    init() {}

    /// Reads RSS 0.9–2.0, RDF, Atom or JSON Feed.
    init(_ body: [UInt8]) throws(DecodingFailure) {
        let body = Array(body.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) })
        if body.first == UInt8(ascii: "{") {
            self = try body.readJSON(JSONFeed.self).document
            return
        }
        let reader = FeedReader()
        let parser = XMLParser(data: Data(body))
        parser.shouldProcessNamespaces = true
        // A feed that names files or addresses of its own gets none of them.
        parser.shouldResolveExternalEntities = false
        parser.delegate = reader
        _ = parser.parse()
        guard reader.isFeed else { throw DecodingFailure("neither RSS, Atom nor a JSON feed") }
        guard reader.isWhole else { throw DecodingFailure("the feed breaks off in line \(parser.lineNumber)") }
        self = reader.document
    }
}

/// One entry of a feed.
struct FeedEntry: Sendable {
    var id: String?
    var link: String?
    var title: String?
    var summary: String?
    var content: String?
    var author: String?
    var published: Instant?
    var updated: Instant?
    var enclosures: [Attachment] = []

    /// When it was written, by the feed's word.
    var writtenAt: Instant? { published ?? updated }
}

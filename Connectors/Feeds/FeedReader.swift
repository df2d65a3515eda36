import Foundation
import HarkCore

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Collects a feed's entries while its XML is read.
final class FeedReader: NSObject, XMLParserDelegate {
    private(set) var document = FeedDocument()
    private(set) var isFeed = false
    /// The document's outermost element has ended: faults inside it, such as unknown entities, are borne.
    private(set) var isWhole = false

    private var depth = 0
    private var entry: FeedEntry?
    private var entryDepth = 0
    /// The field whose text is being collected, and how deep it began.
    private var field: (name: String, depth: Int, isMarkup: Bool)?
    private var text = ""
    private var hasAuthorName = false

    /// What is read of the feed itself.
    private static let headings: Set = ["title", "updated", "lastbuilddate", "pubdate"]
    private static let media = "http://search.yahoo.com/mrss/"

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        depth += 1
        let name = name.lowercased()
        if depth == 1 {
            isFeed = ["rss", "feed", "rdf"].contains(name)
        } else if entry == nil, name == "item" || name == "entry" {
            entry = FeedEntry()
            entryDepth = depth
        } else {
            begin(name, isMedia: namespaceURI == Self.media, attributes)
        }
    }

    private func begin(_ name: String, isMedia: Bool, _ attributes: [String: String]) {
        if let field {
            if field.name == "author", name == "name" { (text, hasAuthorName) = ("", true) }
            if field.name == "author", name != "name", hasAuthorName { self.field = nil }
            return
        }
        if entry != nil, isMedia || name == "enclosure" { return attach(attributes, isContent: name != "thumbnail") }
        if name == "link", let address = attributes["href"] {
            if ["alternate", nil].contains(attributes["rel"]), entry?.link == nil { entry?.link = address }
            return
        }
        let isWanted = entry == nil ? Self.headings.contains(name) : depth == entryDepth + 1
        guard isWanted else { return }
        let type = attributes["type"] ?? ""
        field = (name, depth, type == "html" || type == "text/html")
        (text, hasAuthorName) = ("", false)
    }

    private func attach(_ attributes: [String: String], isContent: Bool) {
        guard isContent, let url = attributes["url"], !url.isEmpty else { return }
        let type = attributes["type"] ?? attributes["medium"] ?? ""
        let kind: Attachment.Kind =
            switch type.split(separator: "/").first {
            case "image": .image
            case "video": .video
            case "audio": .audio
            default: .file
            }
        entry?.enclosures.append(
            Attachment(
                kind: kind,
                url: url,
                mediaType: attributes["type"],
                size: attributes["length"].flatMap { Int($0) }
            )
        )
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if field != nil { text += string }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        if field != nil { text += String(decoding: block, as: UTF8.self) }
    }

    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        if let field, field.name == "author", name.lowercased() == "name" {
            entry?.author = text.trimmingCharacters(in: .whitespacesAndNewlines)
        } else if let field, field.depth == depth {
            keep(field.name, text.trimmingCharacters(in: .whitespacesAndNewlines), isMarkup: field.isMarkup)
            self.field = nil
        } else if let done = entry, depth == entryDepth {
            document.entries.append(done)
            entry = nil
        }
        depth -= 1
        isWhole = depth == 0
    }

    private func keep(_ name: String, _ text: String, isMarkup: Bool) {
        guard !text.isEmpty else { return }
        let instant = Instant(httpDate: text) ?? Instant(text)
        guard entry != nil else {
            switch name {
            case "title": document.title = document.title ?? MarkupText(text).plain
            case "updated", "lastbuilddate", "pubdate": document.updated = document.updated ?? instant
            default: break
            }
            return
        }
        switch name {
        case "id", "guid": entry?.id = text
        case "link": if entry?.link == nil { entry?.link = text }
        case "title": entry?.title = isMarkup || text.contains("&") ? MarkupText(text).plain : text
        case "description", "summary": entry?.summary = text
        case "content", "encoded": entry?.content = text
        case "author", "creator": if !hasAuthorName { entry?.author = text }
        case "published", "pubdate", "date", "issued": entry?.published = instant
        case "updated", "modified": entry?.updated = instant
        default: break
        }
    }
}

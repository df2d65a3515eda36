import HarkCore

/// JSON Feed 1.1.
struct JSONFeed: Decodable, Sendable {
    struct Person: Decodable, Sendable {
        @Tolerated var name: String?
    }

    struct Entry: Decodable, Sendable {
        @Tolerated var id: TextID?
        @Tolerated var url: String?
        @Tolerated var title: String?
        @Tolerated var summary: String?
        @Tolerated var contentHTML: String?
        @Tolerated var contentText: String?
        @Tolerated var published: Instant?
        @Tolerated var modified: Instant?
        @Tolerated var authors: [Lenient<Person>]?
        @Tolerated var author: Person?

        private enum CodingKeys: String, CodingKey {
            case id, url, title, summary, authors, author
            case contentHTML = "content_html"
            case contentText = "content_text"
            case published = "date_published"
            case modified = "date_modified"
        }
    }

    var version: String
    @Tolerated var title: String?
    var items: [Lenient<Entry>]

    /// The feed in the form that all formats share.
    var document: FeedDocument {
        var document = FeedDocument()
        document.title = title
        for element in items {
            guard case .read(let item) = element else {
                if case .broken(let reason) = element { document.malformed.append("entry: \(reason)") }
                continue
            }
            var entry = FeedEntry()
            entry.id = item.id?.text
            entry.link = item.url
            entry.title = item.title
            entry.summary = item.summary
            // Plain text holds no markup, whatever it looks like.
            entry.content =
                item.contentHTML ?? item.contentText?.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            entry.author = item.authors?.lazy.compactMap(\.value?.name).first ?? item.author?.name
            entry.published = item.published
            entry.updated = item.modified
            document.entries.append(entry)
        }
        return document
    }
}

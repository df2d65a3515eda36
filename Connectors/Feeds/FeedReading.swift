import HarkCore

extension FeedEntry {
    /// The entry as something somebody said; nil when nothing tells it from another.
    func inbound(of document: FeedDocument, fallback: Instant) -> Inbound? {
        guard let id = [id, link, made].compactMap({ $0 }).first(where: { !$0.isEmpty }) else { return nil }
        let markup = content ?? summary ?? ""
        let name = [author, document.title].compactMap { $0 }.first { !$0.isEmpty }
        let draft = Draft(
            id: id.utf8.count <= 1000 ? id : String(decoding: id.utf8.prefix(1000), as: UTF8.self),
            kind: .mention,
            isPrivate: false,
            author: name.map { Author(id: $0, name: $0) },
            text: markup.isEmpty ? title : MarkupText(markup).plain,
            subject: title,
            attachments: enclosures,
            thread: id,
            conversation: .thread(id),
            sentAt: writtenAt ?? fallback,
            url: link.map(Self.target)
        )
        let isChanged = published.map { published in updated.map { $0 > published } ?? false } ?? false
        return Inbound(network: FeedsConnector.network, change: isChanged ? .edit(draft) : .message(draft))
    }

    /// Without an id and a link an entry is known by what it says; nil when it says nothing.
    private var made: String? {
        let words = [title, published?.description, content ?? summary].compactMap(\.self)
        return title ?? content ?? summary == nil
            ? nil : "unnamed." + ContentDigest.of(Array(words.joined(separator: "\n").utf8)[...])
    }

    /// News alerts link to a page of the search engine that leads on; the story itself is the better address.
    static func target(of link: String) -> String {
        let isRedirect = link.hasPrefix("https://www.google.com/url?") || link.hasPrefix("http://www.google.com/url?")
        guard isRedirect, let start = link.firstRange(of: "url=")?.upperBound else { return link }
        let value = link[start...].prefix { $0 != "&" }
        return value.hasPrefix("http") ? String(value).percentDecoded : link
    }
}

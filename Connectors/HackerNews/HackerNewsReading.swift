import HarkCore

extension Hit {
    /// When it was written; nil when the search does not say.
    var writtenAt: Instant? { createdAtSeconds?.instant ?? createdAt }

    /// The story or comment as something somebody said.
    func inbound(fallback: Instant) -> Inbound {
        let isComment = tags?.contains("comment") ?? (commentText != nil)
        return Inbound(
            network: HackerNewsConnector.network,
            change: .message(
                Draft(
                    id: objectID.text,
                    kind: isComment ? .comment : .mention,
                    isPrivate: false,
                    author: author.map(Author.init(hackerNews:)),
                    text: text,
                    subject: title ?? storyTitle,
                    attachments: [url].compactMap { $0 }.filter { !$0.isEmpty }.map {
                        Attachment(kind: .link, url: $0)
                    },
                    thread: storyID?.text ?? objectID.text,
                    conversation: .thread(objectID.text),
                    parent: parentID?.text,
                    sentAt: writtenAt ?? fallback,
                    url: Self.page(of: objectID.text)
                )
            )
        )
    }

    private var text: String? {
        guard let markup = commentText ?? storyText, !markup.isEmpty else { return title }
        return MarkupText(markup).plain
    }

    /// Where a person reads and answers it.
    static func page(of id: String) -> String { "https://news.ycombinator.com/item?id=\(id.percentEncoded)" }
}

extension Item {
    /// The item as something that happened; nil for jobs, poll options and other things nobody says.
    func inbound(fallback: Instant) -> Inbound? {
        if deleted ?? false {
            return Inbound(network: HackerNewsConnector.network, change: .delete(id: id.text, at: nil))
        }
        guard let type, ["story", "comment", "poll"].contains(type) else { return nil }
        let body = (text ?? "").isEmpty ? title : text.map { MarkupText($0).plain }
        return Inbound(
            network: HackerNewsConnector.network,
            change: .message(
                Draft(
                    id: id.text,
                    kind: type == "comment" ? .comment : .mention,
                    isPrivate: false,
                    author: by.map(Author.init(hackerNews:)),
                    text: body,
                    subject: title,
                    thread: type == "comment" ? nil : id.text,
                    conversation: .thread(id.text),
                    parent: parent?.text,
                    sentAt: time?.instant ?? fallback,
                    url: Hit.page(of: id.text)
                )
            )
        )
    }
}

extension Author {
    /// An account by its name, which is its id.
    init(hackerNews name: String) {
        self.init(id: name, handle: name, url: "https://news.ycombinator.com/user?id=\(name.percentEncoded)")
    }
}

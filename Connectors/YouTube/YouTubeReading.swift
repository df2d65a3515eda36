import HarkCore

extension Comment {
    /// The comment as something that happened; `video` is known from the thread around it.
    func inbound(video: String? = nil, account: String, fallback: Instant) -> Inbound {
        let author = author
        let isOurs = author?.id == account
        let published = snippet.publishedAt ?? snippet.updatedAt ?? fallback
        let draft = Draft(
            id: id.text,
            kind: .comment,
            isPrivate: false,
            author: author,
            text: snippet.textOriginal ?? snippet.textDisplay.map { MarkupText($0).plain },
            thread: thread,
            conversation: .thread(id.text),
            parent: parent,
            sentAt: published,
            url: (snippet.videoId ?? video).map {
                "https://www.youtube.com/watch?v=\($0.percentEncoded)&lc=\(id.text.percentEncoded)"
            }
        )
        let isChanged = snippet.updatedAt.map { $0 > published } ?? false
        let change: Inbound.Change = isOurs ? .echo(draft) : isChanged ? .edit(draft) : .message(draft)
        return Inbound(network: YouTubeConnector.network, change: change)
    }

    /// The comment answered: said, or the part of the id before the dot.
    private var parent: String? {
        snippet.parentId?.text ?? id.text.firstIndex(of: ".").map { String(id.text[..<$0]) }
    }

    private var thread: String { parent ?? id.text }

    private var author: Author? {
        let name = snippet.authorDisplayName
        guard let id = snippet.authorChannelId?.value.text ?? snippet.authorChannelUrl ?? name else { return nil }
        return Author(
            id: id,
            handle: name.flatMap { $0.hasPrefix("@") ? $0 : nil },
            name: name,
            url: snippet.authorChannelUrl
        )
    }
}

extension CommentThread {
    /// The thread's comment and those of its answers that came along.
    func add(to decoded: inout Decoded, account: String, fallback: Instant) {
        let video = snippet.videoId
        decoded.items.append(snippet.topLevelComment.inbound(video: video, account: account, fallback: fallback))
        for reply in (replies?.comments ?? []).reversed() {
            switch reply {
            case .broken(let reason): decoded.malformed.append("answer: \(reason)")
            case .read(let reply):
                decoded.items.append(reply.inbound(video: video, account: account, fallback: fallback))
            }
        }
    }
}

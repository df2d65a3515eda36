import HarkCore

extension Thing {
    private static let gone: Set = ["[deleted]", "[removed]"]

    /// The thing's full name, which names its kind too.
    var fullName: String? { data.name ?? data.id.map { "\(kind)_\($0.text)" } }

    /// Whether a message with everything that answers it hangs together here.
    var all: [Thing] { [self] + data.replies.flatMap(\.all) }

    /// The comment or message as something that happened; nil for other kinds of things.
    func inbound(account: String, fallback: Instant) -> Inbound? {
        guard let id = fullName, ["t1", "t4"].contains(kind) else { return nil }
        if kind == "t1", Self.gone.contains(data.body ?? ""), (data.author ?? "[deleted]") == "[deleted]" {
            return Inbound(network: RedditConnector.network, change: .delete(id: id, at: nil))
        }
        let isOurs = data.author.map { $0.lowercased() == Self.bare(account) } ?? false
        let draft = draft(id, isOurs: isOurs, fallback: fallback)
        return Inbound(network: RedditConnector.network, change: isOurs ? .echo(draft) : .message(draft))
    }

    private func draft(_ id: String, isOurs: Bool, fallback: Instant) -> Draft {
        let isPrivate = kind == "t4"
        let thread = isPrivate ? data.first_message_name ?? id : post ?? id
        let partner = isOurs ? data.dest : data.author ?? data.subreddit_name_prefixed ?? data.subreddit
        return Draft(
            id: id,
            kind: isPrivate ? .direct : data.type == "username_mention" ? .mention : .comment,
            isPrivate: isPrivate,
            author: author,
            recipient: isOurs && isPrivate ? data.dest.map { Author(id: $0, handle: "u/" + $0) } : nil,
            text: data.body,
            subject: isPrivate ? data.subject : data.link_title,
            thread: thread,
            // A person has an id and a name; only the name stands on both sides of a conversation.
            conversation: isPrivate ? .person((partner ?? thread).lowercased()) : .thread(id),
            parent: data.parent_id,
            sentAt: data.created_utc?.instant ?? fallback,
            url: (data.context ?? data.permalink).flatMap { $0.isEmpty ? nil : "https://www.reddit.com" + $0 }
        )
    }

    private var author: Author? {
        guard let name = data.author, name != "[deleted]" else { return nil }
        return Author(
            id: data.author_fullname ?? name,
            handle: "u/" + name,
            aliases: data.author_fullname == nil ? [] : [name],
            url: "https://www.reddit.com/user/\(name.percentEncoded)"
        )
    }

    /// The post below which a comment stands: said, or the part of its address after `comments`.
    private var post: String? {
        if let link = data.link_id { return link.hasPrefix("t3_") ? String(link.dropFirst(3)) : link }
        let parts = (data.context ?? data.permalink ?? "").split(separator: "/")
        return parts.firstIndex(of: "comments").flatMap { parts.dropFirst($0 + 1).first }.map(String.init)
    }

    /// An account's name without what people put in front of it.
    static func bare(_ account: String) -> String {
        let name = account.lowercased()
        return ["/u/", "u/", "@"].first(where: name.hasPrefix).map { String(name.dropFirst($0.count)) } ?? name
    }
}

extension ModmailPage {
    /// The shown messages, oldest first. What moderators tell only each other is left out.
    func decoded(account: String, fallback: Instant) -> Decoded {
        var decoded = Decoded()
        let heads = conversations.sorted { $0.key < $1.key }
        for (conversation, head) in heads {
            for part in head.objIds ?? [] where part.key == "messages" {
                guard let id = part.id?.text, let message = messages?[id]?.value else { continue }
                if message.isInternal ?? false {
                    decoded.skipped.append("internal note")
                } else {
                    let subject = head.subject
                    decoded.items.append(message.inbound(id, in: conversation, subject: subject, fallback: fallback))
                }
            }
        }
        return decoded
    }

    /// When each conversation was last written to.
    var times: [Instant] { conversations.values.compactMap(\.lastUpdated) }
}

extension ModmailPage.Message {
    fileprivate func inbound(_ id: String, in conversation: String, subject: String?, fallback: Instant) -> Inbound {
        let writer = author?.name.map { name in
            Author(id: self.author?.id?.text ?? name, handle: "u/" + name, aliases: [name])
        }
        let draft = Draft(
            id: "modmail:\(id)",
            kind: .direct,
            isPrivate: true,
            author: writer,
            text: bodyMarkdown ?? body.map { MarkupText($0).plain },
            subject: subject,
            thread: "modmail:\(conversation)",
            conversation: .person("modmail:\(conversation)"),
            sentAt: date ?? fallback
        )
        let isOurs = author?.isMod ?? false
        return Inbound(network: RedditConnector.network, change: isOurs ? .echo(draft) : .message(draft))
    }
}

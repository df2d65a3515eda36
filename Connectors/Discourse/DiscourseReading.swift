import HarkCore

/// What the notice said of a post that is yet to be fetched: its number and whether it was private or named us.
struct Announced: Hashable {
    var post: String
    var isPrivate = false
    var isMention = false

    var text: String { post + (isPrivate ? "p" : "") + (isMention ? "m" : "") }

    init(post: String, isPrivate: Bool, isMention: Bool) {
        (self.post, self.isPrivate, self.isMention) = (post, isPrivate, isMention)
    }

    init(_ text: some StringProtocol) {
        let flags = text.drop { $0.isNumber || $0 == "-" }
        (post, isPrivate, isMention) = (String(text.dropLast(flags.count)), flags.contains("p"), flags.contains("m"))
    }
}

extension Notification {
    /// The kinds of notice that stand for something said to us, by the forum's numbers.
    private static let said: Set<Int64> = [1, 2, 3, 6, 9, 15, 17]

    /// Who wrote which post; nil for notices of anything else (likes, badges, invitations).
    var announced: Announced? {
        guard Self.said.contains(notification_type.integer), let post = data?.original_post_id else { return nil }
        let type = notification_type.integer
        return Announced(post: post.text, isPrivate: type == 6, isMention: type == 1 || type == 15)
    }

    /// The notice as a message that lacks its text.
    func inbound(_ announced: Announced, fallback: Instant) -> Inbound {
        let author = data?.original_username ?? acting_user_name ?? data?.display_username
        return Inbound(
            network: DiscourseConnector.network,
            change: .message(
                Draft(
                    id: announced.post,
                    kind: announced.isPrivate ? .direct : announced.isMention ? .mention : .comment,
                    isPrivate: announced.isPrivate,
                    author: author.map { Author(id: $0, handle: "@" + $0) },
                    text: nil,
                    subject: data?.topic_title,
                    thread: topic_id?.text,
                    conversation: .thread(topic_id?.text ?? announced.post),
                    sentAt: created_at ?? fallback,
                    needsFetch: true
                )
            )
        )
    }
}

extension Post {
    /// The post as something that happened on the forum. Only a webhook tells of the change itself; elsewhere a post that was
    /// changed before we saw it is simply new.
    func inbound(
        _ announced: Announced?,
        on channel: Channel,
        fallback: Instant,
        tellsEdits: Bool = false
    ) -> Inbound {
        let network = DiscourseConnector.network
        guard deleted_at == nil, !(user_deleted ?? false) else {
            return Inbound(network: network, change: .delete(id: id.text, at: deleted_at))
        }
        let draft = draft(announced, on: channel, fallback: fallback)
        if username?.lowercased() == channel.account.lowercased() {
            return Inbound(network: network, change: .echo(draft))
        }
        let isChanged = tellsEdits && (version?.integer ?? 1) > 1
        return Inbound(network: network, change: isChanged ? .edit(draft) : .message(draft))
    }

    private func draft(_ announced: Announced?, on channel: Channel, fallback: Instant) -> Draft {
        let isPrivate = topic_archetype.map { $0 == "private_message" } ?? announced?.isPrivate ?? false
        let names = "@" + channel.account.lowercased()
        let isMention = announced?.isMention ?? (raw ?? cooked ?? "").lowercased().contains(names)
        return Draft(
            id: id.text,
            kind: isPrivate ? .direct : isMention ? .mention : .comment,
            isPrivate: isPrivate,
            author: username.map { Author(id: $0, handle: "@" + $0, name: name.flatMap { $0.isEmpty ? nil : $0 }) },
            text: raw ?? cooked.map { MarkupText($0, listMark: "").plain },
            subject: topic_title,
            thread: topic_id?.text,
            conversation: .thread(topic_id?.text ?? id.text),
            sentAt: created_at ?? fallback,
            url: page(on: channel),
            replyContext: post_number.map { ["post_number": String($0.integer)] } ?? [:]
        )
    }

    private func page(on channel: Channel) -> String? {
        guard let origin = try? channel.origin() else { return nil }
        if let post_url, post_url.hasPrefix("/") { return origin + post_url }
        return topic_id.map { topic in
            "\(origin)/t/\(topic.text.percentEncoded)" + (post_number.map { "/\($0.integer)" } ?? "")
        }
    }
}

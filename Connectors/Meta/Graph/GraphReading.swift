import HarkCore

/// Makes items of things the Graph API lists: what a webhook would have told, had it arrived.
struct GraphReading {
    var channel: Channel
    /// When the answer was given: the date of what bears none.
    var answeredAt: Instant?
    private(set) var decoded = Decoded()
    /// When the things on the page happened.
    private(set) var times: [Instant] = []

    init(channel: Channel, answeredAt: Instant?) {
        self.channel = channel
        self.answeredAt = answeredAt
    }

    /// Reads things and what stands under them.
    mutating func read(_ nodes: [Lenient<GraphNode>]) {
        for node in nodes.reversed() {
            switch node {
            case .read(let node): read(node)
            case .broken(let reason): decoded.malformed.append("graph: \(reason)")
            }
        }
    }

    private mutating func read(_ node: GraphNode) {
        if let messages = node.messages?.data { return read(messages) }
        for inner in (node.mentioned_media?.nodes ?? []) + (node.mentioned_comment?.nodes ?? []) {
            add(inner, kind: .mention)
        }
        if node.mentioned_media != nil || node.mentioned_comment != nil { return }
        if let kind = kind(of: node) { add(node, kind: kind) }
        // Comments stand under a post or medium, replies under a comment.
        for list in [node.comments, node.replies] { readUnder(node, list?.data ?? []) }
    }

    private mutating func readUnder(_ above: GraphNode, _ nodes: [Lenient<GraphNode>]) {
        read(
            nodes.map { lenient in
                guard case .read(var node) = lenient else { return lenient }
                if node.parent_id == nil, node.parent == nil, above.text != nil || above.isComment {
                    node.parent_id = above.id
                }
                if node.root_post == nil { node.root_post = above.root_post ?? .init(id: above.id) }
                return .read(node)
            }
        )
    }

    /// What a thing is; nil for what says nothing to us: heads of conversations, our own media, posts without author.
    private func kind(of node: GraphNode) -> MessageKind? {
        switch channel.network {
        case .facebook:
            if node.isComment || node.root_post != nil { return .comment }
            return node.from?.id == nil ? nil : .mention
        case .threads: return node.text == nil ? nil : .comment
        case .instagram where node.text != nil: return .comment
        case .instagram, .messenger: return node.from == nil ? nil : .direct
        default: return nil
        }
    }

    private mutating func add(_ node: GraphNode, kind: MessageKind) {
        guard let id = node.id?.text ?? node.idInPermalink else {
            return decoded.malformed.append("graph: a \(kind) without an id")
        }
        let time = node.sentAt ?? answeredAt ?? Instant(milliseconds: 0)
        times.append(time)
        let draft = kind == .direct ? direct(node, id, at: time) : spoken(node, id, kind, at: time)
        let isOwn = draft.author.map { $0.id == channel.account } ?? false
        decoded.items.append(
            Inbound(network: channel.network, change: isOwn ? .echo(draft) : .message(draft))
        )
    }

    private func direct(_ node: GraphNode, _ id: String, at time: Instant) -> Draft {
        let author = node.from.flatMap { from in
            from.id.map { Author(id: $0.text, handle: from.username, name: from.name) }
        }
        let others = (node.to?.data ?? []).compactMap { if case .read(let party) = $0 { party } else { nil } }
        let recipient = others.first.flatMap { to in
            to.id.map { Author(id: $0.text, handle: to.username, name: to.name) }
        }
        let isOwn = author?.id == channel.account
        let customer = (isOwn ? recipient : author)?.id
        return Draft(
            id: id,
            kind: .direct,
            isPrivate: true,
            author: author,
            recipient: isOwn ? recipient : nil,
            text: node.message,
            attachments: node.files,
            thread: customer.map { channel.account + "/" + $0 },
            conversation: customer.map(ConversationKey.person) ?? .thread(id),
            sentAt: time,
            isUnsupported: node.is_unsupported?.isSet ?? false
        )
    }

    private func spoken(_ node: GraphNode, _ id: String, _ kind: MessageKind, at time: Instant) -> Draft {
        let author =
            node.from?.id.map { Author(id: $0.text, handle: node.from?.username, name: node.from?.name) }
            ?? (node.username ?? node.from?.username).map { Author(id: $0, handle: $0) }
        let parent = (node.replied_to?.id ?? node.parent_id ?? node.parent?.id)?.text ?? node.parentInPermalink
        let post = node.postInPermalink ?? node.root_post?.id?.text
        return Draft(
            id: id,
            kind: kind,
            isPrivate: false,
            author: author,
            text: node.message ?? node.text ?? node.caption,
            attachments: node.files,
            thread: post ?? (kind == .mention ? id : node.post(of: id)),
            conversation: .thread(channel.network == .threads ? post ?? id : parent ?? id),
            parent: parent,
            sentAt: time,
            url: node.permalink_url ?? node.permalink,
            needsFetch: author == nil
        )
    }
}

extension GraphNode {
    /// A comment's address names it; without one, a parent does.
    fileprivate var isComment: Bool { (permalink_url ?? "").contains("comment_id=") || parent != nil }

    /// `…/19292868552/posts/10158371815748553/?comment_id=…`: page and post, as webhooks put them together.
    fileprivate var postInPermalink: String? {
        let parts = (permalink_url ?? "").split(separator: "/").map(String.init)
        guard let index = parts.firstIndex(of: "posts"), index > 0, index + 1 < parts.count else { return nil }
        return parts[index - 1] + "_" + parts[index + 1].prefix { $0.isNumber }
    }

    fileprivate var idInPermalink: String? {
        commentInPermalink("reply_comment_id") ?? commentInPermalink("comment_id")
    }

    /// A reply's address also names the comment it stands under.
    fileprivate var parentInPermalink: String? {
        commentInPermalink("reply_comment_id") == nil ? nil : commentInPermalink("comment_id")
    }

    private func commentInPermalink(_ name: String) -> String? {
        guard let post = postInPermalink?.split(separator: "_").last else { return nil }
        let query = (permalink_url ?? "").split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        let pair = query.split(separator: "&").first { $0.hasPrefix(name + "=") }
        return pair.map { post + "_" + $0.dropFirst(name.count + 1).prefix { $0.isNumber } }
    }

    /// A comment's id begins with its post's.
    fileprivate func post(of id: String) -> String? {
        let halves = id.split(separator: "_")
        return halves.count == 2 ? String(halves[0]) : id
    }

    /// Files, pictures and stickers.
    fileprivate var files: [Attachment] {
        var files = (attachments?.data ?? []).compactMap {
            if case .read(let file) = $0 { file.attachment } else { nil }
        }
        if let attachment { files.append(attachment.attachment) }
        if let sticker { files.append(Attachment(kind: .sticker, url: sticker)) }
        if let media_url {
            files.append(Attachment(kind: media_type == "VIDEO" ? .video : .image, url: media_url))
        }
        return files
    }
}

extension GraphNode.File {
    fileprivate var attachment: Attachment {
        let kind: Attachment.Kind =
            if video_data != nil || mime_type?.hasPrefix("video") ?? false {
                .video
            } else if image_data != nil || mime_type?.hasPrefix("image") ?? false || type == "photo" {
                .image
            } else if mime_type?.hasPrefix("audio") ?? false {
                .audio
            } else {
                file_url == nil && url != nil ? .link : .file
            }
        return Attachment(
            kind: kind,
            url: file_url ?? video_data?.url ?? image_data?.url ?? url,
            reference: id?.text,
            name: name ?? title,
            mediaType: mime_type,
            size: size.map { Int($0.integer) }
        )
    }
}

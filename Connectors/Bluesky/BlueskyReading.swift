import HarkCore

/// Who we are on the network.
struct Ourselves {
    private let names: Set<String>

    init(_ channel: Channel) {
        names = Set(
            [channel.account, channel.settings["did"] ?? ""].map { name in
                let lower = name.lowercased()
                return lower.hasPrefix("@") ? String(lower.dropFirst()) : lower
            }
        )
    }

    /// Whether an account is ours, by its lasting id or by its handle.
    func are(_ did: String, handle: String? = nil) -> Bool {
        names.contains(did.lowercased()) || handle.map { names.contains($0.lowercased()) } ?? false
    }
}

extension Profile {
    var author: Author {
        let name = displayName ?? ""
        return Author(
            id: did,
            handle: handle.map { "@" + $0 },
            name: name.isEmpty ? nil : name,
            url: "https://bsky.app/profile/\(did)"
        )
    }
}

extension Notification {
    /// The post that the notice is about.
    func inbound(_ ourselves: Ourselves, fallback: Instant) -> Inbound? {
        guard ["mention", "reply", "quote"].contains(reason) else { return nil }
        let kind: MessageKind = reason == "reply" ? .comment : .mention
        let at = record?.createdAt ?? indexedAt ?? fallback
        var draft = (record ?? PostRecord()).draft(uri, version: cid, by: author, kind: kind, at: at)
        draft.needsFetch = record == nil
        let isOurs = ourselves.are(author.did, handle: author.handle)
        return Inbound(network: BlueskyConnector.network, change: isOurs ? .echo(draft) : .message(draft))
    }

    /// Somebody passed our post on.
    var share: Inbound? {
        guard reason == "repost", let reasonSubject else { return nil }
        let reaction = Reaction(target: reasonSubject, author: author.author, symbol: "repost", id: uri, at: indexedAt)
        return Inbound(network: BlueskyConnector.network, change: .reaction(reaction))
    }
}

extension PostView {
    func inbound(_ ourselves: Ourselves, fallback: Instant) -> Inbound? {
        guard let record else { return nil }
        let at = record.createdAt ?? indexedAt ?? fallback
        let kind: MessageKind = record.reply == nil ? .mention : .comment
        let draft = record.draft(uri, version: cid, by: author, kind: kind, at: at)
        let isOurs = ourselves.are(author.did, handle: author.handle)
        return Inbound(network: BlueskyConnector.network, change: isOurs ? .echo(draft) : .message(draft))
    }
}

extension PostRecord {
    func draft(
        _ uri: String,
        version: String?,
        by profile: Profile,
        kind: MessageKind,
        at instant: Instant
    ) -> Draft {
        // An answer names the versions of the post and of the thread's first one.
        let root = reply?.root ?? version.map { Reference(uri: uri, cid: $0) }
        return Draft(
            id: uri,
            kind: kind,
            isPrivate: false,
            author: profile.author,
            text: text,
            attachments: embed?.attachments ?? [],
            thread: reply?.root.uri ?? uri,
            conversation: .thread(uri),
            parent: reply?.parent.uri,
            sentAt: instant,
            url: uri.split(separator: "/").last.map { "https://bsky.app/profile/\(profile.did)/post/\($0)" },
            replyContext: ["cid": version, "root": root?.uri, "root_cid": root?.cid].compactMapValues { $0 }
        )
    }
}

extension Embed {
    /// Pictures, film and link; a quoted post is no attachment.
    var attachments: [Attachment] {
        Self.attachments(images ?? media?.images, video ?? media?.video, external ?? media?.external)
    }

    private static func attachments(_ images: [Lenient<Image>]?, _ video: Blob?, _ external: External?) -> [Attachment]
    {
        var all = (images ?? []).map { element in
            guard case .read(let image) = element else { return Attachment(kind: .image) }
            return Attachment(
                kind: .image,
                reference: image.image?.ref?.link,
                mediaType: image.image?.mimeType,
                size: image.image?.size.map { Int($0.integer) },
                note: image.alt
            )
        }
        if let video {
            all.append(Attachment(kind: .video, reference: video.ref?.link, mediaType: video.mimeType))
        }
        if let external { all.append(Attachment(kind: .link, url: external.uri, name: external.title)) }
        return all
    }
}

extension ChatMessage {
    /// The message in its chat. The log names nobody but the sender, so the chat itself joins its messages.
    func inbound(in convo: String, _ ourselves: Ourselves, fallback: Instant) -> Inbound {
        let author = sender.map { Author(id: $0.did, url: "https://bsky.app/profile/\($0.did)") }
        let shared = embed?.record?.uri.map { [Attachment(kind: .link, url: $0)] } ?? []
        let draft = Draft(
            id: id.text,
            kind: .direct,
            isPrivate: true,
            author: author,
            text: text,
            attachments: shared,
            thread: convo,
            conversation: .person(convo),
            parent: replyTo?.id?.text,
            sentAt: sentAt ?? fallback
        )
        let isOurs = sender.map { ourselves.are($0.did) } ?? false
        return Inbound(network: BlueskyConnector.network, change: isOurs ? .echo(draft) : .message(draft))
    }
}

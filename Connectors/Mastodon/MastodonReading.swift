import HarkCore

/// The server a channel lives on, and who we are there.
struct HomeServer {
    /// The domain of local accounts' handles.
    var domain: String
    private let account: String

    init(_ channel: Channel) {
        var account = channel.account[...]
        if account.hasPrefix("@") { account.removeFirst() }
        self.account = account.lowercased()
        let host = (channel.server ?? "").split(separator: "/").last.map(String.init) ?? ""
        let parts = account.split(separator: "@")
        domain = parts.count == 2 ? String(parts[1]) : host.split(separator: ":").first.map(String.init) ?? host
    }

    /// Whether an account is ours: configured by id, by name, or by full handle. Names are unique on a server, and a
    /// local account's `acct` has no domain.
    func isOurs(id: String, acct: String) -> Bool {
        let acct = acct.lowercased()
        return account == id.lowercased() || account == acct || account == acct + "@" + domain.lowercased()
    }
}

extension Account {
    /// `@name@domain`, also for an account of our own server.
    func handle(on home: HomeServer) -> String { acct.contains("@") ? "@" + acct : "@\(acct)@\(home.domain)" }

    func author(on home: HomeServer) -> Author {
        let name = displayName ?? ""
        return Author(
            id: id.text,
            handle: handle(on: home),
            name: name.isEmpty ? nil : name,
            url: url,
            followers: followersCount.map { Int($0.integer) },
            isBot: bot ?? false
        )
    }
}

extension Mention {
    func author(on home: HomeServer) -> Author {
        Author(id: id.text, handle: acct.contains("@") ? "@" + acct : "@\(acct)@\(home.domain)", url: url)
    }
}

extension Notification {
    /// Somebody passed our post on.
    func share(of status: Status, on home: HomeServer) -> Inbound {
        let reaction = Reaction(
            target: status.id.text,
            author: account?.author(on: home),
            symbol: "reblog",
            id: id.text,
            at: createdAt
        )
        return Inbound(network: MastodonConnector.network, change: .reaction(reaction))
    }
}

extension Status {
    /// The post as something that happened: our own is an echo, any other a message.
    func inbound(on home: HomeServer) -> Inbound {
        let draft = draft(on: home)
        let isOurs = home.isOurs(id: account.id.text, acct: account.acct)
        return Inbound(network: MastodonConnector.network, change: isOurs ? .echo(draft) : .message(draft))
    }

    /// The post as a new version of itself.
    func edit(on home: HomeServer) -> Inbound {
        Inbound(network: MastodonConnector.network, change: .edit(draft(on: home)))
    }

    private func draft(on home: HomeServer) -> Draft {
        let author = account.author(on: home)
        let isOurs = home.isOurs(id: account.id.text, acct: account.acct)
        let recipient =
            isOurs
            ? mentions?.compactMap(\.value).first { !home.isOurs(id: $0.id.text, acct: $0.acct) }?.author(on: home)
            : nil
        let spoiler = spoilerText ?? ""
        return Draft(
            id: id.text,
            kind: visibility == "direct" ? .direct : .mention,
            // Where nothing is said of who may read it, it is not for all.
            isPrivate: !["public", "unlisted"].contains(visibility),
            visibility: visibility,
            author: author,
            recipient: recipient,
            text: content.map { MarkupText($0).plain },
            subject: spoiler.isEmpty ? nil : spoiler,
            attachments: attachments,
            thread: inReplyToID?.text ?? id.text,
            conversation: visibility == "direct" ? .person((recipient ?? author).id) : .thread(id.text),
            parent: inReplyToID?.text,
            sentAt: createdAt,
            url: url ?? uri,
            // Many a brand calls its own account automated; who wrote in it that does not tell.
            isAutomatic: author.isBot && !isOurs
        )
    }

    private var attachments: [Attachment] {
        (mediaAttachments ?? []).map { element in
            guard case .read(let media) = element else { return Attachment(kind: .other) }
            let kind: Attachment.Kind =
                switch media.type {
                case "image": .image
                case "gifv", "video": .video
                case "audio": .audio
                default: .other
                }
            return Attachment(
                kind: kind,
                url: media.url ?? media.remoteURL,
                reference: media.id?.text,
                note: media.description
            )
        }
    }
}

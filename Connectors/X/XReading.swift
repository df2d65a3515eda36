import HarkCore

extension User {
    var author: Author {
        Author(
            id: id.text,
            handle: username.map { "@" + $0 },
            name: name,
            url: username.map { "https://x.com/\($0.percentEncoded)" },
            followers: public_metrics?.followers_count.map { Int($0.integer) }
        )
    }
}

extension Tweet {
    /// The same post for ever: an edit gets a new id and keeps the first one in its history.
    var stableID: String { (edit_history_tweet_ids ?? edit_history_post_ids)?.first?.text ?? id.text }

    private var references: [Referenced] { referenced_tweets ?? referenced_posts ?? [] }

    /// Whether it only passes another post on.
    var isShare: Bool { references.contains { $0.type == "retweeted" } }

    /// The post as something that happened to us.
    func inbound(_ includes: Includes?, account: String, fallback: Instant) -> Inbound {
        let author = includes?.user(author_id?.text)?.author ?? author_id.map { Author(id: $0.text) }
        let parent = references.first { $0.type == "replied_to" }?.id ?? in_reply_to_tweet_id
        let draft = Draft(
            id: stableID,
            kind: .mention,
            isPrivate: false,
            author: author,
            text: (note_tweet ?? note_post)?.text ?? text.map { $0.unescapedMarks },
            attachments: (attachments?.media_keys ?? []).map { Attachment($0, in: includes) },
            thread: conversation_id?.text ?? stableID,
            conversation: .thread(stableID),
            parent: parent?.text,
            sentAt: created_at ?? fallback,
            url: "https://x.com/i/status/\(id.text)",
            replyContext: id.text == stableID ? [:] : ["version": id.text]
        )
        if let author, author.id == account { return Inbound(network: XConnector.network, change: .echo(draft)) }
        let isEdited = id.text != stableID
        return Inbound(network: XConnector.network, change: isEdited ? .edit(draft) : .message(draft))
    }
}

extension DirectEvent {
    /// The message in its conversation; nil for people who come and go.
    func inbound(_ includes: Includes?, account: String, fallback: Instant) -> Inbound? {
        guard event_type ?? "MessageCreate" == "MessageCreate" else { return nil }
        let author = sender_id.map { includes?.user($0.text)?.author ?? Author(id: $0.text) }
        let conversation = dm_conversation_id?.text
        // Two people's conversation is named after both: the one who is not us.
        let pair = conversation?.split(separator: "-").map(String.init) ?? []
        let partner = pair.count == 2 ? pair.first { $0 != account } : nil
        let isGroup = conversation != nil && pair.count != 2
        let draft = Draft(
            id: id.text,
            kind: isGroup ? .chat : .direct,
            isPrivate: true,
            author: author,
            recipient: partner.map { Author(id: $0) },
            text: text?.unescapedMarks,
            attachments: (attachments?.media_keys ?? []).map { Attachment($0, in: includes) },
            thread: conversation ?? author?.id,
            conversation: .person((isGroup ? conversation : partner) ?? author?.id ?? id.text),
            sentAt: created_at ?? fallback
        )
        let isOurs = author?.id == account
        return Inbound(network: XConnector.network, change: isOurs ? .echo(draft) : .message(draft))
    }
}

extension OldDirectEvent {
    func inbound(_ users: [String: Lenient<User>]?, account: String, fallback: Instant) -> Inbound? {
        guard type ?? "message_create" == "message_create", let message = message_create,
            let sender = message.sender_id?.text
        else { return nil }
        let recipient = message.target?.recipient_id?.text
        let isOurs = sender == account
        let partner = isOurs ? recipient : sender
        let media = message.message_data?.attachment?.media
        let draft = Draft(
            id: id.text,
            kind: .direct,
            isPrivate: true,
            author: users?[sender]?.value?.author ?? Author(id: sender),
            recipient: isOurs ? recipient.map { users?[$0]?.value?.author ?? Author(id: $0) } : nil,
            text: message.message_data?.text?.unescapedMarks,
            attachments: media.map { [Attachment(kind: .init(media: $0.type), url: $0.media_url_https)] } ?? [],
            thread: [sender, recipient].compactMap { $0 }.sorted(by: Self.isSmaller).joined(separator: "-"),
            conversation: .person(partner ?? sender),
            sentAt: created_timestamp?.instant ?? fallback,
            postback: message.message_data?.quick_reply_response.map { $0.metadata ?? "" }
        )
        return Inbound(network: XConnector.network, account: account, change: isOurs ? .echo(draft) : .message(draft))
    }

    /// Ids are numbers too long to count with.
    private static func isSmaller(_ left: String, _ right: String) -> Bool {
        left.count == right.count ? left < right : left.count < right.count
    }
}

extension OldTweet {
    func inbound(_ number: String, account: String, fallback: Instant) -> Inbound {
        let author = user?.id_str.map { id in
            Author(
                id: id.text,
                handle: user?.screen_name.map { "@" + $0 },
                name: user?.name,
                followers: user?.followers_count.map { Int($0.integer) }
            )
        }
        let draft = Draft(
            id: number,
            kind: .mention,
            isPrivate: false,
            author: author,
            text: (extended_tweet?.full_text ?? full_text ?? text)?.unescapedMarks,
            attachments: media.map { Attachment(kind: .init(media: $0.type), url: $0.media_url_https) },
            thread: in_reply_to_status_id_str?.text ?? number,
            conversation: .thread(number),
            parent: in_reply_to_status_id_str?.text,
            sentAt: timestamp_ms?.instant ?? created_at.flatMap(Instant.init(tweet:)) ?? fallback,
            url: "https://x.com/i/status/\(number)"
        )
        let isOurs = author?.id == account
        return Inbound(network: XConnector.network, account: account, change: isOurs ? .echo(draft) : .message(draft))
    }
}

extension Instant {
    /// “Mon Mar 26 16:33:26 +0000 2018”.
    fileprivate init?(tweet text: String) {
        let words = text.split(separator: " ")
        guard words.count == 6 else { return nil }
        self.init(httpDate: "\(words[2]) \(words[1]) \(words[5]) \(words[3]) \(words[4])")
    }
}

extension Attachment {
    fileprivate init(_ key: String, in includes: Includes?) {
        let medium = includes?.medium(key)
        self.init(kind: .init(media: medium?.type), url: medium?.url, reference: key, note: medium?.alt_text)
    }
}

extension Attachment.Kind {
    fileprivate init(media type: String?) {
        self =
            switch type {
            case "photo": .image
            case "video", "animated_gif": .video
            default: .other
            }
    }
}

extension String {
    /// X writes three characters of its texts as entities.
    fileprivate var unescapedMarks: String {
        replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}

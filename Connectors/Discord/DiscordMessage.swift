import HarkCore

/// A message as Discord lists it.
struct DiscordMessage: Decodable, Sendable {
    struct Reference: Decodable, Sendable {
        @Tolerated var message_id: TextID?
        @Tolerated var type: LooseNumber?

        /// What is answered; a message that is passed on answers nothing.
        var answered: String? { type?.integer == 1 ? nil : message_id?.text }
    }
    struct Sticker: Decodable, Sendable {
        @Tolerated var id: TextID?
        @Tolerated var name: String?
    }
    struct Poll: Decodable, Sendable {
        struct Question: Decodable, Sendable {
            @Tolerated var text: String?
        }
        @Tolerated var question: Question?
    }
    /// What stands in a message that was passed on.
    struct Snapshot: Decodable, Sendable {
        struct Content: Decodable, Sendable {
            @Tolerated var content: String?
            @Tolerated var attachments: [Lenient<DiscordFile>]?
        }
        @Tolerated var message: Content?
    }

    @Tolerated var id: TextID?
    @Tolerated var channel_id: TextID?
    @Tolerated var guild_id: TextID?
    @Tolerated var author: DiscordUser?
    @Tolerated var webhook_id: TextID?
    @Tolerated var content: String?
    @Tolerated var timestamp: Instant?
    @Tolerated var edited_timestamp: Instant?
    @Tolerated var type: LooseNumber?
    @Tolerated var mentions: [Lenient<DiscordUser>]?
    @Tolerated var attachments: [Lenient<DiscordFile>]?
    @Tolerated var sticker_items: [Lenient<Sticker>]?
    @Tolerated var poll: Poll?
    @Tolerated var message_snapshots: [Lenient<Snapshot>]?
    @Tolerated var message_reference: Reference?

    /// Whom it names.
    var named: [String] {
        (mentions ?? []).compactMap { mention in
            guard case .read(let user) = mention else { return nil }
            return user.id?.text
        }
    }

    private var passedOn: [Snapshot.Content] { (message_snapshots ?? []).compactMap(\.value?.message) }

    /// The words; of a message that was passed on, those in it.
    var words: String? {
        guard content?.isEmpty != false else { return content }
        let words = passedOn.compactMap(\.content).filter { !$0.isEmpty }.joined(separator: "\n")
        return words.isEmpty ? content : words
    }

    var files: [Attachment] {
        let files = ([attachments] + passedOn.map(\.attachments)).flatMap { $0 ?? [] }.compactMap(\.value?.attachment)
        let stickers = (sticker_items ?? []).compactMap(\.value).map {
            Attachment(kind: .sticker, reference: $0.id?.text, name: $0.name)
        }
        return files + stickers
            + [poll].compactMap(\.self).map {
                Attachment(kind: .other, name: "poll", note: $0.question?.text)
            }
    }
}

/// An account.
struct DiscordUser: Decodable, Sendable {
    @Tolerated var id: TextID?
    @Tolerated var username: String?
    @Tolerated var global_name: String?
    @Tolerated var bot: Bool?

    /// The account; nil where the event hides it.
    func author(isWebhook: Bool) -> Author? {
        id.map { Author(id: $0.text, handle: username, name: global_name, isBot: bot == true || isWebhook) }
    }
}

/// A file that came with a message; its address ends after a day.
struct DiscordFile: Decodable, Sendable {
    @Tolerated var id: TextID?
    @Tolerated var filename: String?
    @Tolerated var content_type: String?
    @Tolerated var size: LooseNumber?
    @Tolerated var url: String?

    var attachment: Attachment {
        let kinds: [String: Attachment.Kind] = ["image": .image, "video": .video, "audio": .audio]
        return Attachment(
            kind: content_type?.split(separator: "/").first.flatMap { kinds[String($0)] } ?? .file,
            url: url,
            reference: id?.text,
            name: filename,
            mediaType: content_type,
            size: size.map { Int($0.integer) }
        )
    }
}

/// What Discord posts: an interaction, or an event of the application in a frame.
struct DiscordCall: Decodable, Sendable {
    struct Event: Decodable, Sendable {
        @Tolerated var type: String?
        @Tolerated var timestamp: String?
        @Tolerated var data: DiscordMessage?
    }

    @Tolerated var type: LooseNumber?
    @Tolerated var token: String?
    @Tolerated var event: Event?

    var isInteractionPing: Bool { event == nil && type?.integer == 1 }
    var isPing: Bool { isInteractionPing || event == nil && type?.integer == 0 }
}

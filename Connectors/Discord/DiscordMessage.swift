import HarkCore

/// A message as Discord lists it.
struct DiscordMessage: Decodable, Sendable {
    struct Reference: Decodable, Sendable {
        @Tolerated var message_id: TextID?
    }

    @Tolerated var id: TextID?
    @Tolerated var channel_id: TextID?
    @Tolerated var guild_id: TextID?
    @Tolerated var author: DiscordUser?
    @Tolerated var webhook_id: TextID?
    @Tolerated var content: String?
    @Tolerated var timestamp: Instant?
    @Tolerated var type: LooseNumber?
    @Tolerated var mentions: [Lenient<DiscordUser>]?
    @Tolerated var attachments: [Lenient<DiscordFile>]?
    @Tolerated var message_reference: Reference?

    /// Whom it names.
    var named: [String] {
        (mentions ?? []).compactMap { mention in
            guard case .read(let user) = mention else { return nil }
            return user.id?.text
        }
    }

    var files: [Attachment] {
        (attachments ?? []).compactMap { file in
            guard case .read(let file) = file else { return nil }
            return file.attachment
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

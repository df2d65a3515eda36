import HarkCore

/// What Slack posts: the frame around one event.
struct SlackEnvelope: Decodable, Sendable {
    @Tolerated var type: String?
    @Tolerated var challenge: String?
    @Tolerated var event: SlackEvent?
}

/// One thing that happened; which members it has depends on its type and subtype.
struct SlackEvent: Decodable, Sendable {
    struct Item: Decodable, Sendable {
        @Tolerated var channel: TextID?
        @Tolerated var ts: TextID?
    }
    struct Tokens: Decodable, Sendable {
        @Tolerated var bot: [TextID]?
    }

    @Tolerated var type: String?
    @Tolerated var subtype: String?
    @Tolerated var channel: TextID?
    @Tolerated var channel_type: String?
    @Tolerated var ts: TextID?
    @Tolerated var event_ts: TextID?
    @Tolerated var deleted_ts: TextID?
    @Tolerated var user: TextID?
    @Tolerated var reaction: String?
    @Tolerated var item: Item?
    @Tolerated var message: SlackMessage?
    @Tolerated var previous_message: SlackMessage?
    @Tolerated var tokens: Tokens?
    /// The event read as the message it is, where it is one.
    let own: SlackMessage

    private enum CodingKeys: String, CodingKey {
        case type, subtype, channel, channel_type, ts, event_ts, deleted_ts, user, reaction, item, message
        case previous_message, tokens
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        _type = fields.decode(Tolerated<String>.self, forKey: .type)
        _subtype = fields.decode(Tolerated<String>.self, forKey: .subtype)
        _channel = fields.decode(Tolerated<TextID>.self, forKey: .channel)
        _channel_type = fields.decode(Tolerated<String>.self, forKey: .channel_type)
        _ts = fields.decode(Tolerated<TextID>.self, forKey: .ts)
        _event_ts = fields.decode(Tolerated<TextID>.self, forKey: .event_ts)
        _deleted_ts = fields.decode(Tolerated<TextID>.self, forKey: .deleted_ts)
        _user = fields.decode(Tolerated<TextID>.self, forKey: .user)
        _reaction = fields.decode(Tolerated<String>.self, forKey: .reaction)
        _item = fields.decode(Tolerated<Item>.self, forKey: .item)
        _message = fields.decode(Tolerated<SlackMessage>.self, forKey: .message)
        _previous_message = fields.decode(Tolerated<SlackMessage>.self, forKey: .previous_message)
        _tokens = fields.decode(Tolerated<Tokens>.self, forKey: .tokens)
        own = try SlackMessage(from: decoder)
    }
}

/// What somebody said.
struct SlackMessage: Decodable, Sendable {
    struct Edit: Decodable, Sendable {
        @Tolerated var ts: TextID?
    }
    struct Profile: Decodable, Sendable {
        @Tolerated var name: String?
        @Tolerated var display_name: String?
        @Tolerated var real_name: String?

        /// What people call it.
        var called: String? { [name, display_name, real_name].compactMap(\.self).first { !$0.isEmpty } }
    }

    @Tolerated var subtype: String?
    @Tolerated var user: TextID?
    @Tolerated var bot_id: TextID?
    @Tolerated var username: String?
    @Tolerated var bot_profile: Profile?
    @Tolerated var user_profile: Profile?
    @Tolerated var text: String?
    @Tolerated var ts: TextID?
    @Tolerated var thread_ts: TextID?
    @Tolerated var edited: Edit?
    @Tolerated var files: [Lenient<SlackFile>]?
    @Tolerated var blocks: [Lenient<SlackBlock>]?
    @Tolerated var attachments: [Lenient<SlackCard>]?

    /// Who said it: a person, or a program with an id of its own.
    var author: Author? {
        let isBot = bot_id?.text.isEmpty == false
        guard let id = [user, bot_id].compactMap({ $0?.text }).first(where: { !$0.isEmpty }) else { return nil }
        return Author(id: id, name: username ?? (bot_profile ?? user_profile)?.called, isBot: isBot)
    }

    /// The text; where a program left it empty, what its blocks or its cards say.
    var words: String? {
        if let text, !text.isEmpty { return SlackText.plain(text) }
        let said = (blocks ?? []).compactMap { $0.value?.words } + (attachments ?? []).compactMap { $0.value?.words }
        let words = said.filter { !$0.isEmpty }.joined(separator: "\n")
        return words.isEmpty ? text : words
    }

    var enclosures: [Attachment] {
        (files ?? []).compactMap { file in
            guard case .read(let file) = file else { return nil }
            return file.attachment
        }
    }
}

/// A file that came with a message; its address wants our token.
struct SlackFile: Decodable, Sendable {
    @Tolerated var id: TextID?
    @Tolerated var name: String?
    @Tolerated var title: String?
    @Tolerated var mimetype: String?
    @Tolerated var size: LooseNumber?
    @Tolerated var url_private: String?

    var attachment: Attachment {
        let kinds: [String: Attachment.Kind] = ["image": .image, "video": .video, "audio": .audio]
        return Attachment(
            kind: mimetype?.split(separator: "/").first.flatMap { kinds[String($0)] } ?? .file,
            url: url_private,
            reference: id?.text,
            name: name ?? title,
            mediaType: mimetype,
            size: size.map { Int($0.integer) }
        )
    }
}

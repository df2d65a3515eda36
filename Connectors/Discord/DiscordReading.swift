import HarkCore

/// Turns messages and events into what happened.
struct DiscordReading {
    /// The bot's own id.
    let account: String
    /// Channels that are private chats.
    let privatePlaces: Set<String>

    /// Types that people write: plain, replies, commands of slash and of menus. All others are news about the channel.
    private static let spoken: Set<Int64> = [0, 19, 20, 23]

    func add(_ message: DiscordMessage, to decoded: inout Decoded) {
        let type = message.type?.integer ?? 0
        guard Self.spoken.contains(type) else { return decoded.skipped.append("system message \(type)") }
        let isPrivate = message.channel_id.map { privatePlaces.contains($0.text) } ?? false
        guard let draft = draft(message, isPrivate: isPrivate) else {
            return decoded.malformed.append("message: id or channel_id is missing")
        }
        add(draft.author?.id == account ? .echo(draft) : .message(draft), to: &decoded)
    }

    /// A message that its author changed; our own are known.
    func addEdit(of message: DiscordMessage, to decoded: inout Decoded) {
        let isPrivate = message.channel_id.map { privatePlaces.contains($0.text) } ?? false
        guard Self.spoken.contains(message.type?.integer ?? 0), var draft = draft(message, isPrivate: isPrivate),
            draft.author?.id != account
        else { return }
        draft.parent = nil
        add(.edit(draft), to: &decoded)
    }

    /// Messages in a game's lobbies and between its players.
    func add(_ event: DiscordCall.Event, to decoded: inout Decoded) {
        let name = event.type ?? "event without a type"
        let verbs = ["_CREATE", "_UPDATE", "_DELETE"]
        guard name.hasPrefix("LOBBY_MESSAGE_") || name.hasPrefix("GAME_DIRECT_MESSAGE_"),
            let verb = verbs.first(where: { name.hasSuffix($0) })
        else { return decoded.skipped.append(name) }
        if verb == "_DELETE", let id = event.data?.id?.text {
            return add(.delete(id: id, at: event.timestamp.flatMap { Instant($0 + "Z") }), to: &decoded)
        }
        guard let message = event.data, var draft = draft(message, isPrivate: name.hasPrefix("GAME_DIRECT")) else {
            return decoded.malformed.append("\(name): id or channel_id is missing")
        }
        guard verb == "_UPDATE" else {
            return add(draft.author?.id == account ? .echo(draft) : .message(draft), to: &decoded)
        }
        draft.parent = nil
        add(.edit(draft), to: &decoded)
    }

    /// What one person says in a channel is a conversation, and an answer joins the one it answers.
    private func draft(_ message: DiscordMessage, isPrivate: Bool) -> Draft? {
        guard let id = message.id?.text, let number = UInt64(id), let place = message.channel_id?.text else {
            return nil
        }
        let author = message.author?.author(isWebhook: message.webhook_id != nil)
        let kind: MessageKind = isPrivate ? .direct : message.named.contains(account) ? .mention : .chat
        let files = message.files
        return Draft(
            id: id,
            kind: kind,
            isPrivate: isPrivate,
            author: author,
            text: message.words,
            attachments: files,
            thread: place,
            conversation: isPrivate ? .person(place) : .thread("\(place)|\(author?.id ?? id)"),
            parent: message.message_reference?.answered,
            sentAt: message.timestamp ?? Snowflake(number).instant,
            url: message.guild_id.map { "https://discord.com/channels/\($0.text)/\(place)/\(id)" },
            isUnsupported: message.words?.isEmpty != false && files.isEmpty,
            isAutomatic: author?.isBot ?? false
        )
    }

    private func add(_ change: Inbound.Change, to decoded: inout Decoded) {
        decoded.items.append(Inbound(network: DiscordConnector.network, change: change))
    }
}

import HarkCore

/// Turns one event into what happened.
struct SlackReading {
    /// Our own user in the workspace; what it says is an echo.
    let account: String

    /// Subtypes that are things people say; every other one is news about the channel.
    private static let spoken: Set = ["", "file_share", "thread_broadcast", "me_message", "bot_message"]

    func read(_ event: SlackEvent) -> Decoded {
        let name = [event.type, event.subtype].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ":")
        switch event.type {
        case "message": return message(event, name)
        case "app_mention": return said(event, event.own, isMention: true)
        case "reaction_added", "reaction_removed": return reaction(event)
        case "app_uninstalled":
            return Decoded(skipped: [name], failure: .reauthorise("the app was removed from the workspace"))
        case "tokens_revoked":
            let isOurs = event.tokens?.bot?.isEmpty == false
            return Decoded(skipped: [name], failure: isOurs ? .reauthorise("the bot's token was revoked") : nil)
        default: return Decoded(skipped: [name.isEmpty ? "event without a type" : name])
        }
    }

    private func message(_ event: SlackEvent, _ name: String) -> Decoded {
        switch event.subtype ?? "" {
        case let subtype where Self.spoken.contains(subtype): return said(event, event.own, isMention: false)
        case "message_changed":
            guard let message = event.message else { return Decoded(malformed: ["\(name): message is missing"]) }
            // A thread's first message that was deleted stays as a tombstone.
            if message.subtype == "tombstone" { return deleted(event, message.ts) }
            // A preview of a link that was added changes no word.
            guard message.words != event.previous_message?.words else { return Decoded(skipped: [name]) }
            return draft(event, message, isMention: false) { .edit($0) }
        case "message_deleted": return deleted(event, event.deleted_ts ?? event.previous_message?.ts)
        default: return Decoded(skipped: [name])
        }
    }

    private func said(_ event: SlackEvent, _ message: SlackMessage, isMention: Bool) -> Decoded {
        draft(event, message, isMention: isMention) { $0.author?.id == account ? .echo($0) : .message($0) }
    }

    private func deleted(_ event: SlackEvent, _ ts: TextID?) -> Decoded {
        guard let channel = event.channel?.text, let ts = ts?.text else {
            return Decoded(malformed: ["message_deleted: channel or deleted_ts is missing"])
        }
        return one(.delete(id: "\(channel):\(ts)", at: event.event_ts?.text.slackTime))
    }

    private func reaction(_ event: SlackEvent) -> Decoded {
        // Files are reacted to as well; they have no place here.
        guard let channel = event.item?.channel?.text, let ts = event.item?.ts?.text, !channel.isEmpty else {
            return Decoded(skipped: [(event.type ?? "") + ":no message"])
        }
        let symbol = event.type == "reaction_added" ? event.reaction.map { ":\($0):" } : nil
        return one(
            .reaction(
                Reaction(
                    target: "\(channel):\(ts)",
                    author: event.user.map { Author(id: $0.text) },
                    symbol: symbol,
                    at: event.event_ts?.text.slackTime
                )
            )
        )
    }

    /// A channel's thread is one conversation, and a message outside of threads begins one; a private chat is the person's.
    private func draft(
        _ event: SlackEvent,
        _ message: SlackMessage,
        isMention: Bool,
        _ change: (Draft) -> Inbound.Change
    ) -> Decoded {
        // A sample of the documents: it names neither place nor time and says nothing.
        if event.channel == nil, message.ts == nil, event.ts == nil, message.words == nil {
            return Decoded(skipped: [(event.type ?? "event") + ":no message"])
        }
        guard let channel = event.channel?.text, !channel.isEmpty,
            let ts = (message.ts ?? event.ts ?? (event.message == nil ? event.event_ts : nil))?.text,
            let sentAt = ts.slackTime
        else { return Decoded(malformed: ["\(event.type ?? "event"): channel or ts is missing"]) }
        let root = message.thread_ts?.text ?? ts
        let kind = kind(event, channel, message, isMention: isMention)
        let isPrivate =
            kind == .direct || ["mpim", "group"].contains(event.channel_type ?? "") || channel.hasPrefix("G")
        let draft = Draft(
            id: "\(channel):\(ts)",
            kind: kind,
            isPrivate: isPrivate,
            author: message.author,
            text: message.words,
            attachments: message.enclosures,
            thread: "\(channel):\(root)",
            conversation: kind == .direct ? .person(channel) : .thread("\(channel):\(root)"),
            parent: root == ts ? nil : "\(channel):\(root)",
            sentAt: sentAt,
            isAutomatic: message.author?.isBot ?? false
        )
        return one(change(draft))
    }

    private func kind(_ event: SlackEvent, _ channel: String, _ message: SlackMessage, isMention: Bool) -> MessageKind {
        if event.channel_type == "im" || channel.hasPrefix("D") { return .direct }
        return isMention || message.text?.contains("<@\(account)>") == true ? .mention : .chat
    }

    private func one(_ change: Inbound.Change) -> Decoded {
        Decoded(items: [Inbound(network: SlackConnector.network, change: change)])
    }
}

extension String {
    /// Slack's ids of messages are seconds since the epoch with six decimals, unique in their channel.
    var slackTime: Instant? {
        let parts = split(separator: ".", maxSplits: 1)
        guard let seconds = parts.first.flatMap({ Int64($0) }), (0..<253_402_300_800).contains(seconds) else {
            return nil
        }
        let fraction = parts.count == 2 ? Int64((parts[1] + "000").prefix(3)) ?? 0 : 0
        return Instant(milliseconds: seconds * 1000 + fraction)
    }
}

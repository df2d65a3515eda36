public import HarkCore

extension XConnector: WebhookConnector {
    /// The signature over the raw body, by the app's consumer secret.
    public func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication {
        .hmacSHA256(
            header: "x-twitter-webhooks-signature",
            prefix: "sha256=",
            encoding: .base64,
            key: try channel.secret("consumer_secret")
        )
    }

    /// X asks again and again for a code over a token of its own, which proves that we know the consumer secret.
    public func handshake(query: [String: String], channel: Channel) -> WebhookAnswer? {
        guard let token = query["crc_token"], let key = channel.secrets["consumer_secret"] else { return nil }
        return WebhookAnswer([
            .text(#"{"response_token":"sha256="#), .code(of: token, key: key, encoding: .base64), .text(#""}"#),
        ])
    }

    /// Reads an event in the newer or the older form.
    public func decode(
        _ body: [UInt8],
        headers: [HTTPField],
        channel: Channel
    ) throws(DecodingFailure) -> Decoded {
        let names = try body.readJSON([String: Anything].self).keys.sorted()
        let fallback = channel.backfillFloor ?? Instant(seconds: 0)
        if names.contains("data") {
            let event = try body.readJSON(ActivityEvent.self).data
            return event.decoded(for: channel, fallback: fallback)
        }
        let activity = try body.readJSON(AccountActivity.self)
        let known: Set = ["tweet_create_events", "tweet_delete_events", "direct_message_events"]
        var decoded = Decoded()
        activity.add(to: &decoded, for: channel, fallback: fallback)
        let quiet: Set = ["for_user_id", "users", "apps"]
        decoded.skipped += names.filter { !known.contains($0) && !quiet.contains($0) && $0 != "user_event" }
        if activity.user_event != nil { decoded.skipped.append("user_event") }
        if activity.user_event?.revoke != nil {
            decoded.failure = .reauthorise("the account took our access away; run hark channels connect \(channel.id)")
        }
        return decoded
    }
}

/// Any value at all.
private struct Anything: Decodable {
    init(from decoder: any Decoder) {}
}

extension ActivityEvent.Content {
    fileprivate func decoded(for channel: Channel, fallback: Instant) -> Decoded {
        let account = filter?.user_id?.text ?? channel.account
        let name = event_type ?? "event without a type"
        switch name {
        case "post.create", "post.mention.create", "post.reply.create", "post.quote.create":
            guard let post else { return Decoded(skipped: [name]) }
            if post.isShare, channel.settings["shares"] != "on" { return Decoded(skipped: [name]) }
            return Decoded(items: [post.inbound(includes, account: account, fallback: fallback).on(account)])
        case "post.delete":
            guard let post else { return Decoded(skipped: [name]) }
            let change = Inbound.Change.delete(id: post.stableID, at: nil)
            return Decoded(items: [Inbound(network: XConnector.network, account: account, change: change)])
        case "dm.received", "dm.sent":
            var decoded = Decoded()
            for event in direct?.direct_message_events ?? [] {
                decoded.add(event, direct?.users, account: account, fallback: fallback)
            }
            return decoded
        case "chat.received", "chat.sent":
            guard let chat else { return Decoded(skipped: [name]) }
            return Decoded(items: [chat.inbound(account: account, fallback: fallback)])
        case "oauth.revoke":
            let reason = "the account took our access away; run hark channels connect \(channel.id)"
            return Decoded(skipped: [name], failure: .reauthorise(reason))
        default: return Decoded(skipped: [name])
        }
    }
}

extension AccountActivity {
    fileprivate func add(to decoded: inout Decoded, for channel: Channel, fallback: Instant) {
        let account = for_user_id?.text ?? channel.account
        for element in tweet_create_events ?? [] {
            switch element {
            case .broken(let reason): decoded.malformed.append("post: \(reason)")
            case .read(let post):
                if post.retweeted_status != nil, channel.settings["shares"] != "on" {
                    decoded.skipped.append("repost")
                } else if let number = post.number {
                    decoded.items.append(post.inbound(number, account: account, fallback: fallback))
                } else {
                    decoded.malformed.append("post: “id_str” is missing")
                }
            }
        }
        for event in direct_message_events ?? [] {
            decoded.add(event, users, account: account, fallback: fallback)
        }
        for element in tweet_delete_events ?? [] {
            switch element {
            case .broken(let reason): decoded.malformed.append("deleted post: \(reason)")
            case .read(let removed):
                let change = Inbound.Change.delete(id: removed.status.id.text, at: removed.timestamp_ms?.instant)
                decoded.items.append(Inbound(network: XConnector.network, account: account, change: change))
            }
        }
    }
}

extension Decoded {
    fileprivate mutating func add(
        _ event: Lenient<OldDirectEvent>,
        _ users: [String: Lenient<User>]?,
        account: String,
        fallback: Instant
    ) {
        switch event {
        case .broken(let reason): malformed.append("message: \(reason)")
        case .read(let event):
            if let inbound = event.inbound(users, account: account, fallback: fallback) {
                items.append(inbound)
            } else {
                skipped.append(event.type ?? "message without content")
            }
        }
    }
}

extension EncryptedChat {
    /// A message that only the reader's devices can open: shown as there, and as unreadable.
    fileprivate func inbound(account: String, fallback: Instant) -> Inbound {
        let sender = sender_id?.text
        let isOurs = sender == account
        let partner = (conversation_id?.text ?? "").split(separator: ":").map(String.init).first { $0 != account }
        let draft = Draft(
            id: id?.text ?? "\(sender ?? "")-\(created_at_msec?.integer ?? 0)",
            kind: .direct,
            isPrivate: true,
            author: sender.map { Author(id: $0) },
            recipient: isOurs ? partner.map { Author(id: $0) } : nil,
            text: nil,
            thread: conversation_id?.text,
            conversation: .person(partner ?? sender ?? account),
            sentAt: created_at_msec?.instant ?? fallback,
            isUnsupported: true
        )
        return Inbound(network: XConnector.network, account: account, change: isOurs ? .echo(draft) : .message(draft))
    }
}

extension Inbound {
    fileprivate func on(_ account: String) -> Inbound {
        var inbound = self
        inbound.account = account
        return inbound
    }
}

public import HarkCore

extension DiscourseConnector: WebhookConnector {
    private struct Event: Decodable {
        @Tolerated var post: Post?
        @Tolerated var ping: String?
    }

    /// The signature over the raw body, by the secret of the forum's webhook page.
    public func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication {
        .hmacSHA256(
            header: "X-Discourse-Event-Signature",
            prefix: "sha256=",
            encoding: .hex,
            key: try channel.secret("webhook_secret")
        )
    }

    /// A post that was written, changed or removed; other events are skipped by name.
    public func decode(
        _ body: [UInt8],
        headers: [HTTPField],
        channel: Channel
    ) throws(DecodingFailure) -> Decoded {
        let names = try body.readJSON([String: Anything].self).keys.sorted()
        let event = try body.readJSON(Event.self)
        guard let post = event.post else {
            guard !names.contains("post") else { throw DecodingFailure("a post without its id") }
            return Decoded(skipped: names)
        }
        // Moderators' notices in a topic (“closed”, “pinned”) are no posts of a person.
        guard (post.post_type?.integer ?? 1) == 1 else { return Decoded(skipped: ["small action"]) }
        let fallback = channel.backfillFloor ?? Instant(seconds: 0)
        return Decoded(items: [post.inbound(nil, on: channel, fallback: fallback, tellsEdits: true)])
    }
}

/// Any value at all.
private struct Anything: Decodable {
    init(from decoder: any Decoder) {}
}

import HarkCore

/// A channel that has whatever any network asks for, with secrets that are easy to find again.
enum UniversalChannel {
    static let secretWords = [
        "123456:SECRET-token-0", "SECRET-key-1", "SECRET-app-2", "SECRET-channel-3", "SECRET-client-4",
    ]

    static func channel(_ network: Network) -> Channel {
        let names = [
            "token", "app_secret", "verify_token", "secret", "channel_secret", "client_secret", "webhook_secret",
            "signing_secret", "consumer_secret", "public_key", "key", "password", "refresh_token", "client_id",
            "reply_key",
        ]
        let secrets = names.enumerated().map { ($0.element, Secret(secretWords[$0.offset % secretWords.count])) }
        return Channel(
            id: Channel.ID("universal"),
            network: network,
            account: "1",
            server: "https://provider.example",
            settings: [
                "account_sid": "AC1", "webhook_url": "https://hark.example/webhooks/x", "sender": "Acme",
                "location": "accounts/1/locations/2", "app": "12", "issuer": "i", "key_id": "k", "business_unit": "b",
                "confirmation": "c0de", "reconcile": "true", "username": "acme", "url": "https://provider.example/feed",
                "reply_url": "https://provider.example/replies", "query": "acme",
            ],
            secrets: Dictionary(uniqueKeysWithValues: secrets)
        )
    }

    /// A reply to a message that has whatever any network asks for.
    static func reply(_ text: String, kind: MessageKind, thread: String = "-1_3") -> Outgoing {
        Outgoing(
            id: "0123456789abcdef0123456789abcdef",
            text: text,
            target: .init(
                messageID: "-1_5",
                kind: kind,
                isPrivate: kind == .direct || kind == .chat,
                visibility: nil,
                thread: thread,
                author: Author(id: "9"),
                sentAt: Instant(seconds: 1_700_000_000)
            )
        )
    }
}

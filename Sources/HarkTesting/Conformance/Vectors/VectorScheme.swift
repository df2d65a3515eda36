import HarkCore

/// Which network's connector says how a vector's provider signs; a scheme of its own for those Hark has no network for.
enum VectorScheme {
    /// The networks of providers, where their names differ.
    private static let networks = [
        "standard-webhooks": "standard-webhooks", "slack": "slack", "line": "line", "twilio": "twilio",
        "viber": "viber",
        "meta": "messenger", "github-style": "messenger", "x-crc": "x", "x-webhook": "x",
        "linkedin-challenge": "linkedin", "linkedin-webhook": "linkedin", "tiktok": "tiktok", "discord": "discord",
    ]

    /// The connector that answers for a vector; nil when Hark has none.
    static func connector(
        for vector: SignatureVector,
        in registry: ConnectorRegistry
    ) -> (any WebhookConnector, Network)? {
        guard let network = networks[vector.name].map({ Network($0) }) else { return nil }
        return (registry.connector(for: network) as? any WebhookConnector).map { ($0, network) }
    }

    /// A channel that holds the vector's secret under every name a network's README may give it.
    static func channel(for vector: SignatureVector, network: Network) -> Channel {
        let names = [
            "secret", "signing", "signing_secret", "app_secret", "channel_secret", "token", "auth_token",
            "client_secret",
            "consumer_secret", "public_key", "webhook_secret", "verify_token",
        ]
        let secret = Secret(vector.secret ?? vector.publicKey ?? "")
        return Channel(
            id: Channel.ID("vector"),
            network: network,
            account: "0",
            settings: vector.url.map { ["webhook_url": $0] } ?? [:],
            secrets: Dictionary(uniqueKeysWithValues: names.map { ($0, secret) })
        )
    }

    /// The scheme of a provider that Hark has no network for.
    static func scheme(of vector: SignatureVector) -> WebhookAuthentication? {
        switch vector.name {
        case "chatwoot":
            .signed(
                SignatureScheme(
                    .hmacSHA256(key: Secret(vector.secret ?? "")),
                    signature: .field("X-Chatwoot-Signature", prefix: "sha256="),
                    encoding: .hex,
                    timestamp: .field("X-Chatwoot-Timestamp", prefix: ""),
                    signed: [.timestamp, .text("."), .body]
                )
            )
        case "rfc8032-ed25519":
            .signed(SignatureScheme(.ed25519(publicKey: Secret(vector.publicKey ?? "")), header: "Signature"))
        default: nil
        }
    }
}

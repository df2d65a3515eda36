import HarkCore

/// What whoever runs Hark looks at.
extension Sample {
    static let channels = [
        ChannelHealth(
            id: "acme-social",
            network: "mastodon",
            account: "@acme@social.example",
            mode: "poll",
            state: .healthy,
            since: now - .days(3),
            lastDeliveryAt: now - .minutes(4),
            lastSuccessAt: now,
            nextPollAt: now + .seconds(90)
        ),
        ChannelHealth(
            id: "acme-chat",
            network: "telegram",
            account: "acme_bot",
            mode: "webhook",
            state: .unhealthy,
            reason:
                "401: the token is not accepted any more; make a new one with @BotFather and put it into TELEGRAM_TOKEN",
            since: now - .hours(5),
            lastDeliveryAt: now - .hours(6),
            undecoded: 3
        ),
        ChannelHealth(id: "shop", network: "generic", account: "shop", mode: "webhook"),
    ]

    static let deliveries = [
        DeliveryView(
            Delivery(
                id: 912,
                channel: Channel.ID("acme-chat"),
                surface: "webhook",
                receivedAt: now - .minutes(12),
                body: Array(repeating: 0, count: 2048),
                state: .undecoded,
                error: "update 5: message.chat.id is missing, and without it nobody knows where it belongs"
            )
        ),
        DeliveryView(
            Delivery(
                id: 911,
                channel: Channel.ID("acme-social"),
                surface: "notifications",
                receivedAt: now - .days(2),
                body: Array(repeating: 0, count: 18_200),
                items: 7
            )
        ),
    ]

    static let tokens = [
        TokenSummary(id: 1, name: "lea", role: .admin, createdAt: now - .days(30), lastUsedAt: now - .minutes(3)),
        TokenSummary(id: 2, name: "shop-sync", role: .agent, createdAt: now - .days(3), revokedAt: now - .days(1)),
    ]
}

extension Row {
    /// Every network of the payloads, in the order of the table.
    static let all: [Row] = [
        .appStore, .bluesky, .discord, .discourse, .email, .facebook, .googleBusiness, .hackerNews, .instagram, .line,
        .linkedIn, .mastodon, .matrix, .messenger, .reddit, .slack, .standardWebhooks, .telegram, .threads, .tikTok,
        .trustpilot, .twilio, .viber, .vk, .whatsApp, .x, .youTube,
    ]
}

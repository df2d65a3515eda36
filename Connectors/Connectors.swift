public import HarkCore
import HarkGeneric
import HarkLine
import HarkLinkedIn
import HarkMastodon
import HarkMeta
import HarkReviews
import HarkTelegram
import HarkTikTok
import HarkTwilio
import HarkVK
import HarkViber

/// Every connector Hark has. A new network adds one line here and one in Package.swift.
public enum Connectors {
    /// The connectors, in the order of their names.
    public static let all: [any Connector] = [
        GenericConnector(),
        LineConnector(),
        LinkedInConnector(),
        MastodonConnector(),
        MetaConnector(),
        ReviewsConnector(),
        TelegramConnector(),
        TikTokConnector(),
        TwilioConnector(),
        VKConnector(),
        ViberConnector(),
    ]
}

import HarkBluesky
public import HarkCore
import HarkDiscord
import HarkDiscourse
import HarkEmail
import HarkFeeds
import HarkGeneric
import HarkHackerNews
import HarkLine
import HarkLinkedIn
import HarkMastodon
import HarkMatrix
import HarkMeta
import HarkReddit
import HarkReviews
import HarkSlack
import HarkTelegram
import HarkTikTok
import HarkTwilio
import HarkViber
import HarkVK
import HarkX
import HarkYouTube

/// Every connector Hark has. A new network adds one line here and one in Package.swift.
public enum Connectors {
    /// The connectors, in the order of their names.
    public static let all: [any Connector] = [
        BlueskyConnector(),
        DiscordConnector(),
        DiscourseConnector(),
        EmailConnector(),
        FeedsConnector(),
        GenericConnector(),
        HackerNewsConnector(),
        LineConnector(),
        LinkedInConnector(),
        MastodonConnector(),
        MatrixConnector(),
        MetaConnector(),
        RedditConnector(),
        ReviewsConnector(),
        SlackConnector(),
        TelegramConnector(),
        TikTokConnector(),
        TwilioConnector(),
        ViberConnector(),
        VKConnector(),
        XConnector(),
        YouTubeConnector(),
    ]
}

import HarkBluesky
public import HarkCore
import HarkDiscourse
import HarkFeeds
import HarkGeneric
import HarkHackerNews
import HarkMastodon
import HarkMeta
import HarkReddit
import HarkTelegram
import HarkX
import HarkYouTube

/// Every connector Hark has. A new network adds one line here and one in Package.swift.
public enum Connectors {
    /// The connectors, in the order of their names.
    public static let all: [any Connector] = [
        BlueskyConnector(),
        DiscourseConnector(),
        FeedsConnector(),
        GenericConnector(),
        HackerNewsConnector(),
        MastodonConnector(),
        MetaConnector(),
        RedditConnector(),
        TelegramConnector(),
        XConnector(),
        YouTubeConnector(),
    ]
}

public import HarkCore
import HarkGeneric
import HarkMastodon
import HarkMeta
import HarkTelegram

/// Every connector Hark has. A new network adds one line here and one in Package.swift.
public enum Connectors {
    /// The connectors, in the order of their names.
    public static let all: [any Connector] = [
        GenericConnector(),
        MastodonConnector(),
        MetaConnector(),
        TelegramConnector(),
    ]
}

public import HarkCore
import HarkEmail
import HarkGeneric
import HarkMastodon
import HarkMatrix
import HarkMeta
import HarkTelegram

/// Every connector Hark has. A new network adds one line here and one in Package.swift.
public enum Connectors {
    /// The connectors, in the order of their names.
    public static let all: [any Connector] = [
        EmailConnector(),
        GenericConnector(),
        MastodonConnector(),
        MatrixConnector(),
        MetaConnector(),
        TelegramConnector(),
    ]
}

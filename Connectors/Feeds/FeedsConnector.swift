public import HarkCore

/// RSS, Atom and JSON feeds: news alerts, blogs, review feeds. They are read, never answered.
public struct FeedsConnector: Connector {
    /// The network it speaks.
    public static let network = Network("rss")

    /// Feeds.
    public init() {}

    /// The networks it speaks.
    public var networks: [Network] { [Self.network] }

    /// A feed only tells.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(kinds: [.mention], canReply: false, reportsEdits: true, bringsAttachments: true)
    }

    /// What the channel's entry lacks.
    public func problems(of channel: Channel) -> [String] {
        do {
            _ = try Self.address(of: channel)
            return []
        } catch {
            return [error.reason]
        }
    }

    /// Asks for the feed.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        try request(for: Self.feed, after: nil, channel: channel)
    }

    /// The feed's title.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        do throws(DecodingFailure) {
            let document = try FeedDocument(response.body)
            return "a reader of “\((document.title ?? channel.account).quoted(hiding: channel.secrets.values))”"
        } catch {
            throw .unreadable("the answer is no feed: \(error)")
        }
    }

    /// The status code: 304 is no error but “nothing new”, and a feed that moved says where to.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        switch response.status {
        case 304: return nil
        case 300..<400:
            let place = (response.header("location") ?? "another address").quoted(hiding: channel.secrets.values)
            return .misconfigured("the feed has moved to \(place); put that into settings: url:")
        default: return ConnectorFailure(status: response, now: now)
        }
    }

    static let feed = "entries"

    static func address(of channel: Channel) throws(ConnectorFailure) -> String {
        let url = channel.settings["url"] ?? ""
        let rest = ["https://", "http://"].first(where: url.hasPrefix).map { url.dropFirst($0.count) } ?? ""
        guard let host = rest.split(separator: "/", omittingEmptySubsequences: false).first, !host.isEmpty,
            url.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw .misconfigured(
                "channel \(channel.id): settings: {url: …} must be the feed's address, https://… without spaces"
            )
        }
        return url
    }
}

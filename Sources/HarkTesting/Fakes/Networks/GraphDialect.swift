public import HarkCore

/// Meta's Graph API, asked after an outage: what a page, an account or its posts were told, from the newest backwards.
public struct GraphDialect: FakeDialect {
    /// The network.
    public let network: String
    /// Few calls, so that the budget matters.
    public let allowed = 100.0
    /// An hour, which rolls.
    public let window = Span.hours(1)

    /// Which of the family: `messenger`, `instagram`, `facebook`, `threads`.
    public init(_ network: String) { self.network = network }

    /// An account that is reconciled.
    public func channel(origin: String) -> Channel {
        let names = ["app_secret", "verify_token", "token"]
        return Channel(
            id: .init(network),
            network: Network(network),
            account: "100",
            server: origin,
            settings: ["reconcile": "true"],
            secrets: Dictionary(uniqueKeysWithValues: names.map { ($0, Secret("fake-" + $0)) }),
            pollInterval: .seconds(20)
        )
    }

    /// The last part of the address that trouble is made in; the other lists of the network stay empty.
    private var feed: String {
        switch network {
        case "instagram": "media"
        case "facebook": "feed"
        case "threads": "mentions"
        default: "conversations"
        }
    }

    /// The list.
    public func isFeed(_ call: FakeCall) -> Bool { call.path.hasSuffix("/" + feed) }
    /// A page token.
    public func hasCursor(_ call: FakeCall) -> Bool { call.query["after"] != nil }

    /// The refusal of a page token.
    public var expired: FakeAnswer {
        FakeAnswer(
            status: 400,
            body: #"{"error":{"message":"(#100) Invalid cursor","type":"OAuthException","code":100,"fbtrace_id":"A"}}"#
        )
    }

    /// A page.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        guard isFeed(call) else { return FakeAnswer(body: #"{"data":[]}"#) }
        let (items, next) = world.page(token: call.query["after"], size: 5)
        let nodes = order.arranged(items).map(node).joined(separator: ",")
        let paging = next.map { #","paging":{"cursors":{"after":"\#($0)"},"next":"https://graph.example/next"}"# } ?? ""
        return FakeAnswer(body: #"{"data":[\#(nodes)]\#(paging)}"#)
    }

    private func node(_ item: FakeWorld.Item) -> String {
        let (number, text) = (item.number, item.text)
        let time = item.at.description.prefix(19) + "+0000"
        return switch network {
        case "instagram":
            """
            {"id":"m\(number)","timestamp":"\(time)","comments":{"data":[{"id":"c\(number)","text":"\(text)",\
            "timestamp":"\(time)","username":"ana","from":{"id":"7","username":"ana"}}]}}
            """
        case "facebook":
            """
            {"id":"100_\(number)","from":{"id":"100","name":"Acme"},"message":"our post","created_time":"\(time)",\
            "comments":{"data":[{"id":"\(number)_1","message":"\(text)","created_time":"\(time)",\
            "from":{"id":"7","name":"Ana"}}]}}
            """
        case "threads":
            #"{"id":"t\#(number)","text":"\#(text)","username":"ana","timestamp":"\#(time)","media_type":"TEXT_POST"}"#
        default:
            """
            {"id":"t_\(number)","updated_time":"\(time)","messages":{"data":[{"id":"m_\(number)","message":"\(text)",\
            "created_time":"\(time)","from":{"id":"7","name":"Ana"},"to":{"data":[{"id":"100"}]}}]}}
            """
        }
    }

    /// `X-App-Usage`, in percent.
    public func limits(remaining: Int, resetAt: Instant, now: Instant) -> [String: String] {
        ["X-App-Usage": #"{"call_count":\#(Int(allowed) - remaining),"total_time":1,"total_cputime":1}"#]
    }
}

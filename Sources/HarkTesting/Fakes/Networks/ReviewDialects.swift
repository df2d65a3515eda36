import Crypto
public import HarkCore

/// Apple's store: reviews from the newest backwards, the budget in a header of Apple's own.
public struct AppStoreDialect: FakeDialect {
    /// A dialect.
    public init() {}
    /// The network.
    public let network = "app-store"
    /// Few calls, so that the budget matters.
    public let allowed = 60.0
    /// An hour.
    public let window = Span.hours(1)

    /// An app, and a key made for this run.
    public func channel(origin: String) -> Channel {
        Channel(
            id: .init("app"),
            network: Network(network),
            account: "acme-app",
            server: origin,
            settings: ["app": "1", "issuer": "57246542-96fe-1a63-e053-0824d011072a", "key_id": "2X9R4HXF34"],
            secrets: ["key": Secret(P256.Signing.PrivateKey().pemRepresentation)],
            pollInterval: .seconds(20)
        )
    }

    /// The reviews.
    public func isFeed(_ call: FakeCall) -> Bool { call.path.hasSuffix("/customerReviews") }
    /// A page token.
    public func hasCursor(_ call: FakeCall) -> Bool { call.query["cursor"] != nil }

    /// The refusal of a page token.
    public var expired: FakeAnswer {
        FakeAnswer(
            status: 400,
            body:
                #"{"errors":[{"status":"400","code":"PARAMETER_ERROR.INVALID","title":"A parameter has an invalid value"}]}"#
        )
    }

    /// A page.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        let (items, next) = world.page(token: call.query["cursor"], size: 5)
        let reviews = order.arranged(items).map { item in
            """
            {"type":"customerReviews","id":"r\(item.number)","attributes":{"rating":2,"title":"Hm",\
            "body":"\(item.text)","reviewerNickname":"ana","createdDate":"\(item.at)","territory":"DEU"}}
            """
        }
        let link = next.map { #","next":"https://api.example/v1/apps/1/customerReviews?cursor=\#($0)""# } ?? ""
        return FakeAnswer(body: #"{"data":[\#(reviews.joined(separator: ","))],"links":{"self":"x"\#(link)}}"#)
    }

    /// `X-Rate-Limit`, both numbers in one field.
    public func limits(remaining: Int, resetAt: Instant, now: Instant) -> [String: String] {
        ["X-Rate-Limit": "user-hour-lim:\(Int(allowed));user-hour-rem:\(remaining);"]
    }
}

/// Google's places: reviews by the time of their last change, no word of the budget.
public struct GoogleBusinessDialect: FakeDialect {
    /// A dialect.
    public init() {}
    /// The network.
    public let network = "google-business"
    /// What is said to be allowed.
    public let allowed = 300.0
    /// A minute.
    public let window = Span.minutes(1)

    /// A place.
    public func channel(origin: String) -> Channel {
        Channel(
            id: .init("place"),
            network: Network(network),
            account: "acme-shop",
            server: origin,
            settings: ["location": "accounts/1/locations/2"],
            secrets: ["token": Secret("fake-token")],
            pollInterval: .seconds(20)
        )
    }

    /// The reviews.
    public func isFeed(_ call: FakeCall) -> Bool { call.path.hasSuffix("/reviews") }
    /// A page token.
    public func hasCursor(_ call: FakeCall) -> Bool { call.query["pageToken"] != nil }

    /// The refusal of a page token.
    public var expired: FakeAnswer {
        FakeAnswer(
            status: 400,
            body: #"{"error":{"code":400,"message":"Invalid page token","status":"INVALID_ARGUMENT"}}"#
        )
    }

    /// A page.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        let (items, next) = world.page(token: call.query["pageToken"], size: 5)
        let reviews = order.arranged(items).map { item in
            """
            {"name":"accounts/1/locations/2/reviews/r\(item.number)","reviewId":"r\(item.number)","starRating":"TWO",\
            "reviewer":{"displayName":"Ana"},"comment":"\(item.text)","createTime":"\(item.at)","updateTime":"\(item.at)"}
            """
        }
        let token = next.map { #","nextPageToken":"\#($0)""# } ?? ""
        return FakeAnswer(body: #"{"reviews":[\#(reviews.joined(separator: ","))],"totalReviewCount":1\#(token)}"#)
    }
}

/// Trustpilot: pages by number, the newest first.
public struct TrustpilotDialect: FakeDialect {
    /// A dialect.
    public init() {}
    /// The network.
    public let network = "trustpilot"
    /// Nothing is known of its budget.
    public let allowed = 833.0

    /// A business.
    public func channel(origin: String) -> Channel {
        Channel(
            id: .init("trust"),
            network: Network(network),
            account: "acme",
            server: origin,
            settings: ["business_unit": "46d6a890000064000500e0c3"],
            secrets: ["token": Secret("fake-token")],
            pollInterval: .seconds(20)
        )
    }

    /// The reviews.
    public func isFeed(_ call: FakeCall) -> Bool { call.path.hasSuffix("/reviews") }

    /// A page; a link says whether there is another.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        let number = call.query["page"].flatMap { Int($0) } ?? 1
        let rest = world.items.reversed().dropFirst((number - 1) * 5)
        let reviews = order.arranged(Array(rest.prefix(5))).map { item in
            """
            {"id":"r\(item.number)","consumer":{"id":"c1","displayName":"Ana"},"stars":2,"title":"Hm",\
            "text":"\(item.text)","createdAt":"\(item.at)","updatedAt":null,"companyReply":null}
            """
        }
        let link = #"{"href":"https://api.example/reviews?page=\#(number + 1)","method":"GET","rel":"next-page"}"#
        return FakeAnswer(
            body: #"{"links":[\#(rest.count > 5 ? link : "")],"reviews":[\#(reviews.joined(separator: ","))]}"#
        )
    }
}

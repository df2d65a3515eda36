import HarkCore
import HarkReviews
import Testing

struct ReviewsTests {
    static func channel(_ network: String) -> Channel {
        Channel(
            id: Channel.ID("r"),
            network: Network(network),
            account: "acme",
            settings: [
                "app": "12", "issuer": "i", "key_id": "k", "location": "accounts/1/locations/2", "business_unit": "b",
            ],
            secrets: ["token": Secret("t0ken"), "key": Secret("pem")]
        )
    }
    let reviews = ReviewsConnector()

    func page(_ network: String, _ body: String, after cursor: String? = nil) throws -> Page {
        try reviews.page(
            HTTPResponse(status: 200, body: Array(body.utf8)),
            of: "reviews",
            after: cursor,
            channel: Self.channel(network)
        )
    }

    static let google = #"""
        {"reviews":[{"name":"accounts/1/locations/2/reviews/R","reviewId":"R","reviewer":{"displayName":"Anna"},"starRating":"TWO",
        "comment":"Meh","createTime":"2026-01-02T10:00:00.123456789Z","updateTime":"2026-01-05T10:00:00Z",
        "reviewReply":{"comment":"Sorry","updateTime":"2026-01-03T10:00:00Z"}}, 7, {"name":"x"}], "nextPageToken":"n"}
        """#

    @Test func aReviewComesWithItsStarsAndOurAnswer() throws {
        let page = try page("google-business", Self.google)
        #expect(page.decoded.malformed.count == 2)
        guard case .message(let review) = page.decoded.items[0].change,
            case .echo(let echo) = page.decoded.items[1].change
        else {
            Issue.record("\(page.decoded.items)")
            return
        }
        #expect(review.rating == 2 && review.text == "Meh" && review.author?.name == "Anna")
        #expect(echo.parent == review.id && echo.text == "Sorry")
        #expect(page.hasMore)
    }

    @Test func aReviewThatChangedSinceItWasReadIsAnEdit() throws {
        let mark = try #require(Instant("2026-01-04T00:00:00Z"))
        let page = try page("google-business", Self.google, after: String(mark.milliseconds))
        guard case .edit(let review) = page.decoded.items[0].change else {
            Issue.record("no edit")
            return
        }
        #expect(review.text == "Meh")
    }

    @Test func onlyTheCursorOfApplesNextPageIsBelieved() throws {
        let body = #"""
            {"data":[{"id":"a","attributes":{"rating":5,"title":"T","body":"B","reviewerNickname":"N","createdDate":"2026-01-02T08:10:34-08:00"}}],
            "links":{"next":"https://evil.example/v1/x?cursor=AA%3D%3D&limit=1"}}
            """#
        let page = try page("app-store", body)
        let request = try reviews.request(for: "reviews", after: page.cursor, channel: Self.channel("app-store"))
        #expect(request.url.hasPrefix("https://api.appstoreconnect.apple.com/v1/apps/12/customerReviews?"))
        #expect(request.url.contains("cursor=AA%3D%3D"))
        #expect(request.signing != nil && request.headers.isEmpty)
    }

    @Test func aPageTokenThatRanOutBeginsTheSweepAgain() throws {
        let page = try page("google-business", Self.google)
        let channel = Self.channel("google-business")
        let failure = ConnectorFailure.rejected("HTTP 400: Invalid page token")
        let around = reviews.detour(around: failure, in: "reviews", after: page.cursor, channel: channel)
        #expect(around?.cursor == "" && around?.hasMore == true)
        #expect(reviews.detour(around: failure, in: "reviews", after: around?.cursor, channel: channel) == nil)
    }

    @Test func trustpilotsShortPageMayHaveAnotherBehindIt() throws {
        let review = #"{"id":"a","createdAt":"2026-01-02T10:00:00Z"}"#
        let body = #"{"links":[{"rel":"next-page","href":"https://x.example"}],"reviews":[\#(review)]}"#
        let page = try page("trustpilot", body)
        let request = try reviews.request(for: "reviews", after: page.cursor, channel: Self.channel("trustpilot"))
        #expect(page.hasMore && request.url.contains("page=2"))
        #expect(try !self.page("trustpilot", #"{"reviews":[\#(review)]}"#).hasMore)
    }

    @Test(arguments: [
        ("google-business", "PUT", "https://mybusiness.googleapis.com/v4/accounts/1/locations/2/reviews/R/reply"),
        (
            "trustpilot", "POST",
            "https://api.trustpilot.com/v1/private/reviews/accounts%2F1%2Flocations%2F2%2Freviews%2FR/reply"
        ),
        ("app-store", "POST", "https://api.appstoreconnect.apple.com/v1/customerReviewResponses"),
    ])
    func anAnswerGoesUnderTheReview(_ network: String, _ method: String, _ url: String) throws {
        let target = Outgoing.Target(
            messageID: "accounts/1/locations/2/reviews/R",
            kind: .review,
            isPrivate: false,
            visibility: nil,
            thread: nil,
            author: nil,
            sentAt: Instant(seconds: 1)
        )
        let request = try reviews.request(
            for: Outgoing(id: "o", text: "Danke", target: target),
            channel: Self.channel(network)
        )
        #expect(request.method == method && request.url == url)
        #expect(!request.url.contains("t0ken"))
    }

    @Test func aRefusalIsQuotedWithoutTheToken() {
        let body = Array(#"{"error":{"code":403,"message":"t0ken may not"}}"#.utf8)
        let failure = reviews.failure(
            in: HTTPResponse(status: 403, body: body),
            channel: Self.channel("google-business"),
            now: Instant(seconds: 1)
        )
        #expect(failure == .forbidden("HTTP 403: •••• may not"))
    }
}

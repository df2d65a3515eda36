import HarkCore

extension ReviewSite {
    /// Reviews of an app in Apple's store. Every call carries a token of a few minutes, which the server signs.
    static let appStore = ReviewSite(
        network: Network("app-store"),
        origin: AppStore.origin,
        secrets: ["key"],
        settings: ["app", "issuer", "key_id"],
        textLimit: .init(5970, .characters),
        list: { token, channel throws(ConnectorFailure) in
            let query = QueryText(["sort": "-createdDate", "limit": "200", "include": "response", "cursor": token])
            let app = try channel.setting("app").percentEncoded
            return try AppStore.signed(
                HTTPRequest(
                    url: try channel.origin(usual: AppStore.origin) + "/v1/apps/\(app)/customerReviews?\(query)"
                ),
                channel
            )
        },
        read: { body, _ throws(DecodingFailure) in
            let page = try body.readJSON(ApplePage.self)
            let answers = page.included ?? []
            return ReviewPage(
                reviews: page.data.map { $0.mapped { review throws(DecodingFailure) in try review.review(answers) } },
                next: page.links?.next.flatMap(AppStore.cursor)
            )
        },
        answer: { reply, channel throws(ConnectorFailure) in
            try AppStore.signed(
                HTTPRequest(
                    url: try channel.origin(usual: AppStore.origin) + "/v1/customerReviewResponses",
                    json: AppleAnswer(text: reply.text, review: reply.target.messageID)
                ),
                channel
            )
        }
    )
}

private enum AppStore {
    static let origin = "https://api.appstoreconnect.apple.com"

    static func signed(_ request: HTTPRequest, _ channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        var request = request
        request.signing = .webToken(
            RequestSigning.WebToken(
                issuer: try channel.setting("issuer"),
                audience: "appstoreconnect-v1",
                keyID: try channel.setting("key_id"),
                key: try channel.secret("key")
            )
        )
        return request
    }

    /// The next page is named by a whole address; only its cursor is believed.
    static func cursor(in link: String) -> String? {
        let query = link.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        let pair = query.split(separator: "&").first { $0.hasPrefix("cursor=") }
        return pair.map { String($0.dropFirst(7)).percentDecoded }
    }
}

private struct ApplePage: Decodable {
    struct Links: Decodable, Sendable {
        @Tolerated var next: String?
    }
    var data: [Lenient<AppleReview>]
    @Tolerated var included: [AppleReview]?
    @Tolerated var links: Links?
}

/// A review, or an answer to one: both have attributes and a relationship.
private struct AppleReview: Decodable, Sendable {
    struct Attributes: Decodable, Sendable {
        @Tolerated var rating: LooseNumber?
        @Tolerated var title: String?
        @Tolerated var body: String?
        @Tolerated var reviewerNickname: String?
        @Tolerated var createdDate: String?
        @Tolerated var responseBody: String?
        @Tolerated var lastModifiedDate: String?
    }
    struct Identity: Decodable, Sendable {
        @Tolerated var id: TextID?
    }
    struct Relationship: Decodable, Sendable {
        @Tolerated var data: Identity?
    }
    struct Relationships: Decodable, Sendable {
        @Tolerated var response: Relationship?
    }

    @Tolerated var id: TextID?
    @Tolerated var attributes: Attributes?
    @Tolerated var relationships: Relationships?

    func review(_ included: [AppleReview]) throws(DecodingFailure) -> Review {
        guard let id = id?.text else { throw DecodingFailure("“id” is missing") }
        guard let time = attributes?.createdDate.flatMap({ Instant($0) }) else {
            throw DecodingFailure("“attributes.createdDate” is missing")
        }
        let answer = relationships?.response?.data?.id.flatMap { wanted in
            included.first { $0.id?.text == wanted.text }?.attributes
        }
        return Review(
            id: id,
            author: attributes?.reviewerNickname.map { Author(id: $0, name: $0) },
            text: attributes?.body,
            title: attributes?.title,
            rating: attributes?.rating.map { Int($0.integer) },
            writtenAt: time,
            answer: answer?.responseBody,
            answeredAt: answer?.lastModifiedDate.flatMap { Instant($0) }
        )
    }
}

/// An answer in Apple's JSON:API.
private struct AppleAnswer: Encodable {
    struct Data: Encodable {
        struct Attributes: Encodable {
            var responseBody: String
        }
        struct Identity: Encodable {
            var type = "customerReviews"
            var id: String
        }
        struct Review: Encodable {
            var data: Identity
        }
        struct Relationships: Encodable {
            var review: Review
        }
        var type = "customerReviewResponses"
        var attributes: Attributes
        var relationships: Relationships
    }
    var data: Data

    init(text: String, review: String) {
        data = Data(
            attributes: .init(responseBody: text),
            relationships: .init(review: .init(data: .init(id: review)))
        )
    }
}

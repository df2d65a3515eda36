import HarkCore

extension ReviewSite {
    /// Reviews of a business on Trustpilot.
    static let trustpilot = ReviewSite(
        network: Network("trustpilot"),
        origin: "https://api.trustpilot.com",
        secrets: ["token"],
        settings: ["business_unit"],
        list: { token, channel throws(ConnectorFailure) in
            let unit = try channel.setting("business_unit").percentEncoded
            let query = QueryText(["page": token ?? "1", "perPage": "100", "orderBy": "createdat.desc"])
            return HTTPRequest(
                url: try channel.origin(usual: "https://api.trustpilot.com")
                    + "/v1/private/business-units/\(unit)/reviews?\(query)",
                headers: [HTTPField("Authorization", "Bearer " + (try channel.secret("token").reveal()))]
            )
        },
        read: { body, token throws(DecodingFailure) in
            let page = try body.readJSON(TrustpilotPage.self)
            let reviews = page.reviews
            // Pages are numbered. Without a link's word, a full one has another behind it.
            let number = token.flatMap { Int($0) } ?? 1
            let hasMore = page.hasNext || reviews.count >= 100
            return ReviewPage(
                reviews: reviews.map { $0.mapped { review throws(DecodingFailure) in try review.review } },
                next: hasMore ? String(number + 1) : nil
            )
        },
        answer: { reply, channel throws(ConnectorFailure) in
            let review = reply.target.messageID.percentEncoded
            return try HTTPRequest(
                url: try channel.origin(usual: "https://api.trustpilot.com") + "/v1/private/reviews/\(review)/reply",
                headers: [HTTPField("Authorization", "Bearer " + (try channel.secret("token").reveal()))],
                json: ["message": reply.text]
            )
        }
    )
}

private struct TrustpilotPage: Decodable {
    struct Link: Decodable, Sendable {
        @Tolerated var rel: String?
    }
    var reviews: [Lenient<TrustpilotReview>]
    @Tolerated var links: [Lenient<Link>]?

    var hasNext: Bool { (links ?? []).contains { $0.value?.rel == "next-page" } }
}

private struct TrustpilotReview: Decodable, Sendable {
    struct Consumer: Decodable, Sendable {
        @Tolerated var id: TextID?
        @Tolerated var displayName: String?
    }
    struct Answer: Decodable, Sendable {
        @Tolerated var text: String?
        @Tolerated var createdAt: String?
    }

    @Tolerated var id: TextID?
    @Tolerated var stars: LooseNumber?
    @Tolerated var title: String?
    @Tolerated var text: String?
    @Tolerated var createdAt: String?
    @Tolerated var updatedAt: String?
    @Tolerated var consumer: Consumer?
    @Tolerated var companyReply: Answer?

    var review: Review {
        get throws(DecodingFailure) {
            guard let id = id?.text else { throw DecodingFailure("“id” is missing") }
            guard let time = createdAt.flatMap({ Instant($0) }) else { throw DecodingFailure("“createdAt” is missing") }
            return Review(
                id: id,
                author: (consumer?.id?.text ?? consumer?.displayName).map {
                    Author(id: $0, name: consumer?.displayName)
                },
                text: text,
                title: title,
                rating: stars.map { Int($0.integer) },
                writtenAt: time,
                changedAt: updatedAt.flatMap { Instant($0) },
                url: "https://www.trustpilot.com/reviews/\(id)",
                answer: companyReply?.text,
                answeredAt: companyReply?.createdAt.flatMap { Instant($0) }
            )
        }
    }
}

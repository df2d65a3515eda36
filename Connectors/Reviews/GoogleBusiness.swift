import HarkCore

extension ReviewSite {
    /// Reviews of a place on Google. `locations` names it: `accounts/1/locations/2`.
    static let googleBusiness = ReviewSite(
        network: Network("google-business"),
        origin: "https://mybusiness.googleapis.com",
        secrets: ["token"],
        settings: ["location"],
        textLimit: .init(4096, .characters),
        bringsAttachments: true,
        list: { token, channel throws(ConnectorFailure) in
            let query = QueryText(["pageSize": "50", "orderBy": "updateTime desc", "pageToken": token])
            let place = try channel.setting("location")
            return HTTPRequest(
                url: try channel.origin(usual: "https://mybusiness.googleapis.com")
                    + "/v4/\(place.safePath)/reviews?\(query)",
                headers: [HTTPField("Authorization", "Bearer " + (try channel.secret("token").reveal()))]
            )
        },
        read: { body, _ throws(DecodingFailure) in
            let page = try body.readJSON(GooglePage.self)
            return ReviewPage(
                reviews: (page.reviews ?? []).map {
                    $0.mapped { review throws(DecodingFailure) in try review.review }
                },
                next: page.nextPageToken
            )
        },
        answer: { reply, channel throws(ConnectorFailure) in
            let origin = try channel.origin(usual: "https://mybusiness.googleapis.com")
            return try HTTPRequest(
                url: "\(origin)/v4/\(reply.target.messageID.safePath)/reply",
                method: "PUT",
                headers: [HTTPField("Authorization", "Bearer " + (try channel.secret("token").reveal()))],
                json: ["comment": reply.text]
            )
        }
    )
}

private struct GooglePage: Decodable {
    @Tolerated var reviews: [Lenient<GoogleReview>]?
    @Tolerated var nextPageToken: String?
}

private struct GoogleReview: Decodable, Sendable {
    struct Reviewer: Decodable, Sendable {
        @Tolerated var displayName: String?
        @Tolerated var isAnonymous: Bool?
    }
    struct Reply: Decodable, Sendable {
        @Tolerated var comment: String?
        @Tolerated var updateTime: String?
    }
    struct Media: Decodable, Sendable {
        @Tolerated var mediaFormat: String?
        @Tolerated var googleUrl: String?
        @Tolerated var thumbnailUrl: String?
    }

    @Tolerated var name: String?
    @Tolerated var reviewId: TextID?
    @Tolerated var reviewer: Reviewer?
    @Tolerated var starRating: String?
    @Tolerated var comment: String?
    @Tolerated var createTime: String?
    @Tolerated var updateTime: String?
    @Tolerated var reviewReply: Reply?
    @Tolerated var reviewMediaItems: [Media]?

    /// Google names no reviewer's id: two reviews of one name are two people, so the review's own id stands for one.
    var review: Review {
        get throws(DecodingFailure) {
            guard let id = name ?? reviewId?.text else { throw DecodingFailure("“name” is missing") }
            guard let time = (createTime ?? updateTime).flatMap({ Instant($0) }) else {
                throw DecodingFailure("“createTime” is missing")
            }
            let stars = ["ONE", "TWO", "THREE", "FOUR", "FIVE"]
            return Review(
                id: id,
                author: (reviewId?.text ?? id.split(separator: "/").last.map(String.init)).map {
                    Author(id: $0, name: reviewer?.isAnonymous == true ? nil : reviewer?.displayName)
                },
                text: comment,
                rating: starRating.flatMap { stars.firstIndex(of: $0) }.map { $0 + 1 },
                writtenAt: time,
                changedAt: updateTime.flatMap { Instant($0) },
                attachments: (reviewMediaItems ?? []).map {
                    Attachment(kind: $0.mediaFormat == "VIDEO" ? .video : .image, url: $0.googleUrl ?? $0.thumbnailUrl)
                },
                answer: reviewReply?.comment,
                answeredAt: reviewReply?.updateTime.flatMap { Instant($0) }
            )
        }
    }
}

extension String {
    /// Names that make a path: slashes stay, everything else that could lead elsewhere is escaped.
    var safePath: String {
        split(separator: "/").filter { $0 != "." && $0 != ".." }.map { String($0).percentEncoded }.joined(
            separator: "/"
        )
    }
}

extension Lenient {
    /// The element in other words, or what was wrong with it.
    func mapped<Other>(_ transform: (Value) throws(DecodingFailure) -> Other) -> Lenient<Other> {
        switch self {
        case .broken(let reason): return .broken(reason)
        case .read(let value):
            do throws(DecodingFailure) { return .read(try transform(value)) } catch { return .broken(error.reason) }
        }
    }
}

import HarkCore

/// One site: where its list is, how a review reads, how it is answered. A new site is a new entry.
struct ReviewSite: Sendable {
    var network: Network
    var origin: String
    var secrets: [String]
    var settings: [String] = []
    var textLimit: Capabilities.TextLimit?
    var bringsAttachments = false
    /// The request for a page: the first, or the one a token leads to.
    var list: @Sendable (_ token: String?, Channel) throws(ConnectorFailure) -> HTTPRequest
    /// The reviews of a page, and the token of the next.
    var read: @Sendable (_ body: [UInt8], _ token: String?) throws(DecodingFailure) -> ReviewPage
    /// The request that answers a review.
    var answer: @Sendable (Outgoing, Channel) throws(ConnectorFailure) -> HTTPRequest

    /// Every site.
    static let all: [ReviewSite] = [.appStore, .googleBusiness, .trustpilot]

    static func of(_ network: Network) -> ReviewSite? { all.first { $0.network == network } }
}

/// A page of reviews, newest first as the sites give them.
struct ReviewPage: Sendable {
    var reviews: [Lenient<Review>]
    var next: String?
}

/// A review in words all sites share.
struct Review: Decodable, Sendable {
    var id: String
    var author: Author?
    var text: String?
    var title: String?
    var rating: Int?
    var writtenAt: Instant
    var changedAt: Instant?
    var attachments: [Attachment] = []
    var url: String?
    /// Our own public answer, wherever it was given.
    var answer: String?
    var answeredAt: Instant?
}

extension Review {
    /// The review as it is kept; each is a conversation of its own.
    var draft: Draft {
        Draft(
            id: id,
            kind: .review,
            isPrivate: false,
            author: author,
            text: text,
            subject: title,
            attachments: attachments,
            thread: id,
            conversation: .thread(id),
            sentAt: writtenAt,
            url: url,
            rating: rating
        )
    }

    /// Our own answer, which may have been given on the site itself.
    func echo(account: String) -> Draft? {
        guard let answer else { return nil }
        return Draft(
            id: id + "/answer",
            kind: .review,
            isPrivate: false,
            author: Author(id: account),
            recipient: author,
            text: answer,
            thread: id,
            conversation: .thread(id),
            parent: id,
            sentAt: answeredAt ?? changedAt ?? writtenAt
        )
    }
}

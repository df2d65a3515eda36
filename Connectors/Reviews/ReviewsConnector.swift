public import HarkCore

/// Sites where customers leave reviews: one shape (a list, newest first; an answer under a review), one table entry a site.
public struct ReviewsConnector: Connector {
    /// The networks it speaks.
    public var networks: [Network] { ReviewSite.all.map(\.network) }

    /// Review sites.
    public init() {}

    /// What a site allows. An answer to a review takes the place of the one before, so a repeated one does no harm.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.review],
            textLimit: ReviewSite.of(network)?.textLimit,
            reportsEdits: true,
            sendsIdempotently: true,
            bringsAttachments: ReviewSite.of(network)?.bringsAttachments ?? false
        )
    }

    /// Names every missing secret and setting.
    public func problems(of channel: Channel) -> [String] {
        guard let site = ReviewSite.of(channel.network) else { return [] }
        var problems: [String] = []
        for name in site.secrets {
            do { _ = try channel.secret(name) } catch { problems.append(error.reason) }
        }
        for name in site.settings {
            do { _ = try channel.setting(name) } catch { problems.append(error.reason) }
        }
        do { _ = try channel.origin(usual: site.origin) } catch { problems.append(error.reason) }
        return problems
    }

    /// The newest review proves the credentials.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        try site(of: channel).list(nil, channel)
    }

    /// The account as configured; sites name it nowhere in a list.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        channel.account
    }

    /// The site's own sentence, where its error has one of the usual shapes.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        guard !(200..<300).contains(response.status) else { return nil }
        let said = (try? response.body.readJSON(ReviewProblem.self))?.sentence
        return ConnectorFailure(
            status: response,
            now: now,
            reason: said.map { "HTTP \(response.status): " + $0.quoted(hiding: channel.secrets.values) }
        )
    }

    func site(of channel: Channel) throws(ConnectorFailure) -> ReviewSite {
        guard let site = ReviewSite.of(channel.network) else {
            throw .misconfigured("channel \(channel.id): no site of reviews is called \(channel.network)")
        }
        return site
    }
}

/// Where the sites put their sentence: Google's `error.message`, Apple's list of `errors`, Trustpilot's `message`.
private struct ReviewProblem: Decodable {
    struct Error: Decodable, Sendable {
        @Tolerated var message: String?
        @Tolerated var title: String?
        @Tolerated var detail: String?
    }
    @Tolerated var error: Error?
    @Tolerated var errors: [Error]?
    @Tolerated var message: String?
    @Tolerated var fault: Error?

    var sentence: String? {
        let first = errors?.first
        return error?.message ?? [first?.title, first?.detail].compactMap(\.self).first ?? message ?? fault?.message
    }
}

extension Channel {
    /// A setting by name. Throws where the channel lacks it.
    func setting(_ name: String) throws(ConnectorFailure) -> String {
        guard let value = settings[name], !value.isEmpty else {
            throw .misconfigured("channel \(id) has no setting “\(name)”; add it under settings: in channels.yaml")
        }
        return value
    }
}

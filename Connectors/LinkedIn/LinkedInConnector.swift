import Foundation
public import HarkCore

/// LinkedIn pages: notices of comments and mentions by webhook, comments as answers.
///
/// A notice names the comment but often neither its author nor its words. Nothing of it has been tried against LinkedIn.
public struct LinkedInConnector: Connector {
    /// The network it speaks.
    public static let network = Network("linkedin")

    static let origin = "https://api.linkedin.com"

    /// LinkedIn pages.
    public init() {}

    /// One network: `linkedin`.
    public var networks: [Network] { [Self.network] }

    /// What the API allows. It takes no key of ours, so an unknown outcome is a person's decision.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.comment, .mention],
            textLimit: .init(1250, .characters),
            reportsEdits: true,
            reportsDeletes: true
        )
    }

    /// Names every missing secret, and an account that is no page.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        for name in ["token", "client_secret"] {
            do { _ = try channel.secret(name) } catch { problems.append(error.reason) }
        }
        do { _ = try channel.origin(usual: Self.origin) } catch { problems.append(error.reason) }
        if !channel.account.hasPrefix("urn:li:organization:") {
            problems.append("channel \(channel.id): account must be the page's URN, urn:li:organization:123")
        }
        return problems
    }

    /// Asks for the page.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        let id = channel.account.split(separator: ":").last.map(String.init) ?? ""
        return HTTPRequest(
            url: try channel.origin(usual: Self.origin) + "/rest/organizations/" + id.percentEncoded,
            headers: try Self.headers(channel)
        )
    }

    /// The page's name.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        struct Page: Decodable {
            @Tolerated var vanityName: String?
            @Tolerated var localizedName: String?
        }
        let page = try? response.body.readJSON(Page.self)
        guard let name = page?.vanityName ?? page?.localizedName else {
            throw .unreadable("LinkedIn's answer names no page")
        }
        return name
    }

    static func headers(_ channel: Channel) throws(ConnectorFailure) -> [HTTPField] {
        [
            HTTPField("Authorization", "Bearer " + (try channel.secret("token").reveal())),
            HTTPField("LinkedIn-Version", channel.settings["version"] ?? "202608"),
            HTTPField("X-Restli-Protocol-Version", "2.0.0"),
        ]
    }
}

extension LinkedInConnector: WebhookConnector {
    /// An HMAC over a fixed word and the raw body.
    public func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication {
        .signed(
            SignatureScheme(
                .hmacSHA256(key: try channel.secret("client_secret")),
                signature: .field("X-LI-Signature", prefix: ""),
                encoding: .hex,
                signed: [.text("hmacsha256="), .body]
            )
        )
    }

    /// LinkedIn asks every two hours for the code of a challenge.
    public func handshake(query: [String: String], channel: Channel) -> WebhookAnswer? {
        guard let challenge = query["challengeCode"], let key = channel.secrets["client_secret"],
            challenge.utf8.count <= 200, let quoted = try? JSONEncoder().encode(challenge)
        else { return nil }
        return WebhookAnswer([
            .text(#"{"challengeCode":\#(String(decoding: quoted, as: UTF8.self)),"challengeResponse":""#),
            .code(of: challenge, key: key, encoding: .hex), .text(#""}"#),
        ])
    }

    /// Reads a batch of notices.
    public func decode(_ body: [UInt8], headers: [HTTPField], channel: Channel) throws(DecodingFailure) -> Decoded {
        struct Delivery: Decodable {
            @Tolerated var type: String?
            var notifications: [Lenient<LinkedInNotice>]
        }
        var decoded = Decoded()
        for notice in try body.readJSON(Delivery.self).notifications {
            switch notice {
            case .read(let notice): notice.read(into: &decoded)
            case .broken(let reason): decoded.malformed.append("notification: \(reason)")
            }
        }
        return decoded
    }
}

extension LinkedInConnector: ReplyingConnector {
    private struct Comment: Encodable {
        struct Message: Encodable {
            var text: String
        }
        var actor: String
        var message: Message
        var parentComment: String?
    }

    /// A comment of the page under the comment or the post.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        let id = reply.target.messageID
        guard let post = reply.target.thread ?? (id.hasPrefix("urn:") ? id : nil) else {
            throw .rejected("the notice names no post, so there is nothing to answer under")
        }
        return try HTTPRequest(
            url: try channel.origin(usual: Self.origin) + "/rest/socialActions/\(post.percentEncoded)/comments",
            headers: try Self.headers(channel),
            json: Comment(
                actor: channel.account,
                message: .init(text: reply.text),
                parentComment: id.hasPrefix("urn:li:comment:") ? id : nil
            )
        )
    }

    /// The new comment's URN; LinkedIn also names it in a header.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        struct Sent: Decodable {
            @Tolerated var commentUrn: String?
            @Tolerated var id: TextID?
        }
        let sent = try? response.body.readJSON(Sent.self)
        guard let id = sent?.commentUrn ?? response.header("x-restli-id") ?? sent?.id?.text else {
            throw .unreadable("LinkedIn accepted the comment but named no id; look there before sending it again")
        }
        return Receipt(messageID: id)
    }
}

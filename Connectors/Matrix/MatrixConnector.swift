import Foundation
public import HarkCore

/// Matrix: the rooms an account is in, by long-polling `/sync`; answers as messages, in the thread they answer.
///
/// Pure, like every connector. `Cursor` knows what comes next, `Polling` asks for it, `Reading` turns events into
/// messages, `Replying` answers.
public struct MatrixConnector: Connector {
    /// The network it speaks.
    public static let network = Network("matrix")

    /// Matrix.
    public init() {}

    /// The networks it speaks.
    public var networks: [Network] { [Self.network] }

    /// What Matrix allows: an event of 65,536 bytes, of which the text leaves room for the rest.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.direct, .mention, .chat],
            textLimit: .init(60_000, .bytes),
            reportsEdits: true,
            reportsDeletes: true,
            sendsIdempotently: true,
            bringsAttachments: true,
            editsReplies: true
        )
    }

    /// What the channel's entry lacks.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        do { _ = try channel.origin() } catch { problems.append(error.reason) }
        do { _ = try channel.secret("token") } catch { problems.append(error.reason) }
        if !channel.account.hasPrefix("@") || !channel.account.contains(":") {
            problems.append("channel \(channel.id): account must be the whole id, e.g. \"@hark:acme.example\"")
        }
        let known = ["join", "direct"]
        for name in channel.settings.keys.sorted() where !known.contains(name) {
            problems.append(
                "channel \(channel.id): unknown setting “\(name)”; known are: \(known.joined(separator: ", "))"
            )
        }
        if Joining(channel) == nil {
            problems.append("channel \(channel.id): join must be “direct”, “all” or “none”")
        }
        return problems
    }

    /// Asks who the token belongs to.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        try request("GET", "account/whoami", channel: channel)
    }

    /// Our id.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        struct Who: Decodable {
            var user_id: String
        }
        guard let who = try? JSONDecoder().decode(Who.self, from: Data(response.body)).user_id else {
            throw .unreadable("the server's answer names no account")
        }
        guard who == channel.account else {
            throw .misconfigured(
                "the token belongs to \(who.quoted(hiding: channel.secrets.values)), not to \(channel.account)"
            )
        }
        return who
    }

    /// The server's own code, and for 429 how long to wait.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        guard !(200..<300).contains(response.status) else { return nil }
        let refusal = try? JSONDecoder().decode(MatrixRefusal.self, from: Data(response.body.mendedJSON))
        let code = refusal?.errcode ?? "HTTP \(response.status)"
        let reason = "\(code) \(refusal?.error ?? "")".quoted(hiding: channel.secrets.values)
        switch code {
        case "M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED":
            return .reauthorise("\(reason); log in again and put the new token in place")
        case "M_LIMIT_EXCEEDED":
            let seconds = response.header("retry-after").flatMap { Int64($0) }.map { Span.seconds($0) }
            let wait = seconds ?? refusal?.retry_after_ms.map { Span(milliseconds: $0) } ?? .seconds(5)
            return .rateLimited(until: now + min(max(wait, .milliseconds(100)), .days(1)), reason)
        case "M_TOO_LARGE": return .rejected(reason)
        case "M_UNKNOWN" where response.status == 400: return .rejected(reason)
        default: return ConnectorFailure(status: response, now: now, reason: reason)
        }
    }

    /// Rooms that the configuration says are a conversation with one person.
    static func directRooms(of channel: Channel) -> [String] {
        (channel.settings["direct"] ?? "").split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    /// A request of the client API. Path segments must be encoded.
    func request(
        _ method: String,
        _ path: String,
        body: [UInt8] = [],
        timeout: Span = .seconds(30),
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        var headers = [HTTPField("Authorization", "Bearer " + (try channel.secret("token").reveal()))]
        if !body.isEmpty { headers.append(HTTPField("Content-Type", "application/json")) }
        return HTTPRequest(
            method: method,
            url: try channel.origin() + "/_matrix/client/v3/" + path,
            headers: headers,
            body: body,
            timeout: timeout,
            responseLimit: 32 << 20
        )
    }
}

/// Which invitations are accepted.
enum Joining: String {
    case direct, all, none

    /// What the channel says; only those to a conversation with one person when it says nothing.
    init?(_ channel: Channel) { self.init(rawValue: channel.settings["join"] ?? Joining.direct.rawValue) }
}

extension Span {
    fileprivate static func milliseconds(_ count: Int64) -> Span { Span(milliseconds: count) }
}

extension String {
    /// Safe as a segment of a path or a value of a query: ids are opaque and hold `!`, `$`, `:` and more.
    var percentEncoded: String {
        utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                String(Unicode.Scalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}

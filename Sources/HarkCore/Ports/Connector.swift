/// Speaks one network, or one provider's family of networks. Pure: it makes requests and reads bytes, it never does I/O.
///
/// Polling, retries, budgets, signatures, storage are shared machinery around it, so recorded payloads test a connector
/// without a network. A connector adopts what its network offers: ``PollingConnector``, ``WebhookConnector``,
/// ``ReplyingConnector``.
public protocol Connector: Sendable {
    /// The networks it speaks, by their ids in `channels.yaml`.
    var networks: [Network] { get }

    /// What a channel of the network needs and can do.
    func capabilities(of network: Network) -> Capabilities

    /// What the channel's settings and secrets lack, as sentences for the operator; empty when complete.
    func problems(of channel: Channel) -> [String]

    /// One harmless call that proves the credentials: `hark channels check`. Nil when the network offers none.
    func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest?

    /// Reads the answer to ``check(_:)``: who we are on the network (`@acme@social.example`).
    func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String

    /// What a provider's answer means when it is an error; nil when it is none.
    ///
    /// The default reads the status code and `Retry-After`. Networks that hide errors in a 200 or a body's code
    /// override it.
    func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure?
}

/// What a network allows; the inbox refuses before sending what the network would refuse after.
public struct Capabilities: Sendable, Hashable {
    /// How the network counts a text's length.
    public struct TextLimit: Sendable, Hashable {
        /// What is counted.
        public enum Unit: String, Sendable { case characters, utf16, bytes }
        /// The longest text.
        public var count: Int
        /// What is counted.
        public var unit: Unit
        /// Every URL counts as this many, whatever its length; nil when it counts as it is.
        public var lengthOfURL: Int?

        /// A limit on texts.
        public init(_ count: Int, _ unit: Unit, lengthOfURL: Int? = nil) {
            self.count = count
            self.unit = unit
            self.lengthOfURL = lengthOfURL
        }
    }

    /// The kinds of messages that arrive.
    public var kinds: Set<MessageKind>
    /// The longest reply; nil when the network names none.
    public var textLimit: TextLimit?
    /// How long after the customer's last message a private reply is allowed; nil for always.
    public var replyWindow: Span?
    /// Whether a reply can be sent at all.
    public var canReply: Bool
    /// Whether the network tells of edits, deletes, and what became of our messages.
    public var reportsEdits: Bool
    /// Whether the network tells of deleted messages.
    public var reportsDeletes: Bool
    /// Whether the network tells when our messages were delivered or read.
    public var reportsDelivery: Bool
    /// Whether sending the same outbox id twice yields one message. If not, an unknown outcome is never retried blindly.
    public var sendsIdempotently: Bool

    /// What a network allows.
    public init(
        kinds: Set<MessageKind>,
        textLimit: TextLimit? = nil,
        replyWindow: Span? = nil,
        canReply: Bool = true,
        reportsEdits: Bool = false,
        reportsDeletes: Bool = false,
        reportsDelivery: Bool = false,
        sendsIdempotently: Bool = false
    ) {
        self.kinds = kinds
        self.textLimit = textLimit
        self.replyWindow = replyWindow
        self.canReply = canReply
        self.reportsEdits = reportsEdits
        self.reportsDeletes = reportsDeletes
        self.reportsDelivery = reportsDelivery
        self.sendsIdempotently = sendsIdempotently
    }
}

/// Gathers by asking.
public protocol PollingConnector: Connector {
    /// The feeds of a channel, each with a cursor of its own (`notifications`, `updates`). Empty when the channel is
    /// set to receive webhooks.
    func feeds(of channel: Channel) -> [String]

    /// The request for the page after the cursor; without a cursor, the request that finds where to begin.
    func request(for feed: String, after cursor: String?, channel: Channel) throws(ConnectorFailure) -> HTTPRequest

    /// Reads a page: its items oldest first, the cursor to store with them, and whether to ask again at once.
    ///
    /// Called only with answers in which ``Connector/failure(in:channel:now:)`` sees no error. Throws
    /// ``DecodingFailure`` when the page is no page at all; then the raw bytes are kept and the cursor stays.
    func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page
}

/// One polled page.
public struct Page: Sendable, Hashable {
    /// What stood on it, oldest first.
    public var decoded: Decoded
    /// The cursor to commit together with the items; nil keeps the old one.
    public var cursor: String?
    /// Whether more is waiting and the next request should follow at once.
    public var hasMore: Bool

    /// One polled page.
    public init(decoded: Decoded, cursor: String?, hasMore: Bool) {
        self.decoded = decoded
        self.cursor = cursor
        self.hasMore = hasMore
    }
}

/// Gathers by being called.
public protocol WebhookConnector: Connector {
    /// How a delivery proves that it comes from the provider.
    func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication

    /// Answers a provider's GET that verifies the URL; nil when the query proves nothing (answered 403).
    func handshake(query: [String: String], channel: Channel) -> String?

    /// Reads a delivery whose authenticity has been verified. `channel` is any channel of the endpoint; each item
    /// names the account it belongs to.
    ///
    /// Throws ``DecodingFailure`` when the body is no delivery of this provider; it is kept as undecoded.
    func decode(_ body: [UInt8], headers: [HTTPField], channel: Channel) throws(DecodingFailure) -> Decoded
}

/// Answers people.
public protocol ReplyingConnector: Connector {
    /// The request that sends a reply. Called again with the same ``Outgoing/id`` on a retry.
    func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest

    /// Reads what the network answered: the new message's id there.
    func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt
}

/// A reply on its way out.
public struct Outgoing: Sendable, Hashable, Codable {
    /// Ours: the same on every attempt (an Idempotency-Key, where the network takes one).
    public var id: String
    /// The text as the agent wrote it.
    public var text: String
    /// The message it answers.
    public var target: Target

    /// What a reply is attached to: the customer's newest message.
    public struct Target: Sendable, Hashable, Codable {
        /// The network's id of the message.
        public var messageID: String
        /// What sort it is.
        public var kind: MessageKind
        /// Whether only the participants can read it; a reply is never more public.
        public var isPrivate: Bool
        /// The network's word for its visibility.
        public var visibility: String?
        /// The network's own thread.
        public var thread: String?
        /// Who wrote it.
        public var author: Author?
        /// When it was said: the reply window counts from here.
        public var sentAt: Instant

        /// What a reply is attached to.
        public init(
            messageID: String,
            kind: MessageKind,
            isPrivate: Bool,
            visibility: String?,
            thread: String?,
            author: Author?,
            sentAt: Instant
        ) {
            self.messageID = messageID
            self.kind = kind
            self.isPrivate = isPrivate
            self.visibility = visibility
            self.thread = thread
            self.author = author
            self.sentAt = sentAt
        }

        private enum CodingKeys: String, CodingKey {
            case messageID = "message_id"
            case kind
            case isPrivate = "private"
            case visibility
            case thread
            case author
            case sentAt = "sent_at"
        }
    }

    /// A reply on its way out.
    public init(id: String, text: String, target: Target) {
        self.id = id
        self.text = text
        self.target = target
    }
}

/// What the network said of a sent reply.
public struct Receipt: Sendable, Hashable, Codable {
    /// The network's id of the new message.
    public var messageID: String
    /// Its public page.
    public var url: String?

    /// What the network said of a sent reply.
    public init(messageID: String, url: String? = nil) {
        self.messageID = messageID
        self.url = url
    }

    private enum CodingKeys: String, CodingKey {
        case messageID = "message_id"
        case url
    }
}

/// Why a provider did not do what we asked, and what to do about it.
public enum ConnectorFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The token is dead: nothing works until a person reconnects the channel.
    case reauthorise(String)
    /// The token lives but may not do this.
    case forbidden(String)
    /// Too many calls; ask again not before the instant.
    case rateLimited(until: Instant, String)
    /// The provider is down or unreachable; worth another try.
    case unavailable(String)
    /// The thing asked for is gone.
    case notFound(String)
    /// The network will never accept this: too long, window closed, blocked.
    case rejected(String)
    /// The channel's configuration is incomplete or wrong.
    case misconfigured(String)
    /// The answer cannot be read.
    case unreadable(String)

    /// The provider's reason, for a person.
    public var reason: String {
        switch self {
        case .reauthorise(let text), .forbidden(let text), .rateLimited(_, let text), .unavailable(let text),
            .notFound(let text), .rejected(let text), .misconfigured(let text), .unreadable(let text):
            text
        }
    }

    /// The value as text.
    public var description: String {
        switch self {
        case .reauthorise(let text): "reconnect needed: \(text)"
        case .forbidden(let text): "not allowed: \(text)"
        case .rateLimited(let until, let text): "rate limited until \(until): \(text)"
        case .unavailable(let text): "unavailable: \(text)"
        case .notFound(let text): "not found: \(text)"
        case .rejected(let text): "rejected: \(text)"
        case .misconfigured(let text): "misconfigured: \(text)"
        case .unreadable(let text): "unreadable answer: \(text)"
        }
    }

    /// Whether the same call may succeed later without a person's help.
    public var isTemporary: Bool {
        switch self {
        case .rateLimited, .unavailable: true
        case .reauthorise, .forbidden, .notFound, .rejected, .misconfigured, .unreadable: false
        }
    }
}

/// A delivery cannot be read. It is kept as *undecoded* with this reason and can be taken in again.
public struct DecodingFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was expected and what was found, without the payload's text.
    public var reason: String

    /// A delivery cannot be read.
    public init(_ reason: String) { self.reason = reason }

    /// The value as text.
    public var description: String { reason }
}

extension Connector {
    /// The plain reading of the status code and `Retry-After`.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        ConnectorFailure(status: response, now: now)
    }
}

extension ConnectorFailure {
    /// The plain reading of an HTTP status; nil for 2xx.
    public init?(status response: HTTPResponse, now: Instant, reason: String? = nil) {
        let reason = reason ?? "HTTP \(response.status)"
        switch response.status {
        case 200..<300: return nil
        case 401: self = .reauthorise(reason)
        case 403: self = .forbidden(reason)
        case 404, 410: self = .notFound(reason)
        case 429:
            let wait = response.header("retry-after").flatMap { Int64($0) } ?? 60
            self = .rateLimited(until: now + .seconds(min(max(wait, 1), 86_400)), reason)
        case 408, 500...: self = .unavailable(reason)
        default: self = .rejected(reason)
        }
    }
}

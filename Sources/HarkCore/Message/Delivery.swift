/// What arrived, raw: one webhook body or one polled page, kept.
public struct Delivery: Sendable, Hashable {
    /// The surface of what was posted to us; any other names a polled feed.
    public static let webhookSurface = "webhook"
    /// The surface of an event of a stream.
    public static let streamSurface = "stream"
    /// The header field that keeps the name of a stream's event with its payload.
    public static let eventField = "event"
    /// What a stream's event is called that names itself not.
    public static let usualEvent = "message"

    /// Whether it could be read.
    public enum State: String, Sendable, Codable {
        /// Everything in it was filed or skipped by design.
        case decoded
        /// It, or a part of it, could not be read; it can be taken in again.
        case undecoded
    }

    /// The delivery's number.
    public var id: Int64
    /// The channel it came over; for a shared endpoint, the first channel of it.
    public var channel: Channel.ID
    /// `webhook`, or the polled feed's name.
    public var surface: String
    /// When it arrived.
    public var receivedAt: Instant
    /// Header fields a connector may need to read the body again.
    public var headers: [HTTPField]
    /// The bytes as they came.
    public var body: [UInt8]
    /// Whether it could be read.
    public var state: State
    /// Why not.
    public var error: String?
    /// How many messages came of it.
    public var items: Int

    /// What arrived, raw.
    public init(
        id: Int64,
        channel: Channel.ID,
        surface: String,
        receivedAt: Instant,
        headers: [HTTPField] = [],
        body: [UInt8],
        state: State = .decoded,
        error: String? = nil,
        items: Int = 0
    ) {
        self.id = id
        self.channel = channel
        self.surface = surface
        self.receivedAt = receivedAt
        self.headers = headers
        self.body = body
        self.state = state
        self.error = error
        self.items = items
    }
}

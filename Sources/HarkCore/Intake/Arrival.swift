/// A delivery that was verified and read, ready to be filed.
public struct Arrival: Sendable {
    /// The channels its items may belong to: one for a poll, all of an endpoint for a webhook. Never empty.
    public var channels: [Channel]
    /// `webhook`, or the polled feed's name.
    public var surface: String
    /// Header fields worth keeping with the raw bytes; no signature, no token.
    public var headers: [HTTPField]
    /// The bytes as they came.
    public var body: [UInt8]
    /// What the connector made of them.
    public var decoded: Result<Decoded, DecodingFailure>
    /// The cursor that the polled page leads to; stored in the same transaction.
    public var cursor: String?

    /// A delivery ready to be filed.
    public init(
        channels: [Channel],
        surface: String,
        headers: [HTTPField] = [],
        body: [UInt8],
        decoded: Result<Decoded, DecodingFailure>,
        cursor: String? = nil
    ) {
        self.channels = channels
        self.surface = surface
        self.headers = headers
        self.body = body
        self.decoded = decoded
        self.cursor = cursor
    }
}

/// What came of an arrival.
public struct IntakeOutcome: Sendable, Hashable {
    /// The raw delivery's number; nil when it brought nothing new and was not kept again.
    public var delivery: Int64?
    /// How many items changed something.
    public var fresh: Int
    /// How many items were known already.
    public var known: Int
    /// Why the delivery, or a part of it, was kept as undecoded; nil when all was read.
    public var undecoded: String?

    /// What came of an arrival.
    public init(delivery: Int64?, fresh: Int, known: Int, undecoded: String?) {
        self.delivery = delivery
        self.fresh = fresh
        self.known = known
        self.undecoded = undecoded
    }
}

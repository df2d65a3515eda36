/// What a network allows in a span of time without saying so in its answers.
public struct Allowance: Sendable, Hashable {
    /// Calls, or the network's units.
    public var units: Double
    /// In which time. Whenever the network's window begins, no span of this length uses more.
    public var span: Span

    /// An allowance.
    public init(_ units: Double, per span: Span) {
        self.units = units
        self.span = span
    }
}

/// A network whose calls cost units, or that counts calls without telling.
public protocol MeteredConnector: Connector {
    /// What the account may use.
    func allowance(of channel: Channel) -> Allowance

    /// What a call uses of it.
    func cost(of request: HTTPRequest) -> Double
}

/// What was used in the last day, in slices, so that a sliding window needs no list of calls.
public struct UsageLedger: Sendable, Hashable, Codable {
    /// Units by slice: which slice since the epoch, and how much.
    private var slices: [Int64: Double] = [:]

    /// Nothing was used.
    public init() {}

    /// A twenty-fourth of the span: an hour of a day.
    private static func slice(_ now: Instant, _ span: Span) -> Int64 {
        now.milliseconds / max(span.milliseconds / 24, 1)
    }

    /// Units used in the span before an instant; the oldest slice counts whole.
    public func used(now: Instant, within span: Span) -> Double {
        let current = Self.slice(now, span)
        return slices.reduce(0) { $1.key >= current - 24 ? $0 + $1.value : $0 }
    }

    /// Notes a call.
    public mutating func add(_ units: Double, now: Instant, within span: Span) {
        let current = Self.slice(now, span)
        slices = slices.filter { $0.key >= current - 24 }
        slices[current, default: 0] += units
    }

    /// When the oldest slice falls out of the span.
    public func relief(now: Instant, within span: Span) -> Instant {
        let current = Self.slice(now, span)
        let oldest = slices.keys.filter { $0 >= current - 24 }.min() ?? current
        return Instant(milliseconds: (oldest + 25) * max(span.milliseconds / 24, 1))
    }
}

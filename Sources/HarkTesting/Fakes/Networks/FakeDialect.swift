public import HarkCore

/// How one network speaks: what a call asks for, and how a page of the world looks there.
public protocol FakeDialect: Sendable {
    /// The network's id in `channels.yaml`.
    var network: String { get }
    /// A channel that talks to the fake.
    func channel(origin: String) -> Channel
    /// Calls, or units, allowed in a window.
    var allowed: Double { get }
    /// The window.
    var window: Span { get }
    /// What a call costs.
    func cost(of call: FakeCall) -> Double
    /// Whether a call asks for the feed that trouble is made in.
    func isFeed(_ call: FakeCall) -> Bool
    /// Whether a call carries a cursor that could have ended.
    func hasCursor(_ call: FakeCall) -> Bool
    /// The refusal of a cursor that has ended.
    var expired: FakeAnswer { get }
    /// A page, or the answer to another feed's call.
    func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer
    /// The header fields that tell the budget.
    func limits(remaining: Int, resetAt: Instant, now: Instant) -> [String: String]
    /// The answer to a call for tokens; nil for every other call.
    func grant(for call: FakeCall) -> FakeAnswer?
}

extension FakeDialect {
    /// A hundred calls in five minutes.
    public var allowed: Double { 100 }
    /// Five minutes.
    public var window: Span { .minutes(5) }
    /// Every call is one.
    public func cost(of call: FakeCall) -> Double { 1 }
    /// No network's cursor ends, unless it says so.
    public func hasCursor(_ call: FakeCall) -> Bool { false }
    /// 400.
    public var expired: FakeAnswer {
        FakeAnswer(status: 400, body: #"{"error":"InvalidRequest","message":"bad cursor"}"#)
    }
    /// Nothing is told.
    public func limits(remaining: Int, resetAt: Instant, now: Instant) -> [String: String] { [:] }
    /// Tokens do not end.
    public func grant(for call: FakeCall) -> FakeAnswer? { nil }
}

/// How a page's elements are listed.
public enum FakeOrder: Sendable {
    /// As the network lists them.
    case usual
    /// In disorder.
    case shuffled

    /// Puts a page's elements in this order.
    func arranged<Element>(_ elements: [Element]) -> [Element] {
        guard self == .shuffled, elements.count > 1 else { return elements }
        return elements.enumerated().sorted { ($0.offset % 2, $0.offset) < ($1.offset % 2, $1.offset) }.map(\.element)
            .reversed()
    }
}

/// What people said to us.
public struct FakeWorld: Sendable {
    /// One thing somebody said.
    public struct Item: Sendable, Hashable {
        /// Its number, from 1.
        public var number: Int
        /// When it was said.
        public var at: Instant
        /// What was said.
        public var text: String { "message number \(number)" }
    }

    /// Everything, oldest first.
    public private(set) var items: [Item] = []

    /// Somebody says something, one thing a second.
    mutating func say(_ count: Int, at now: Instant) {
        for index in 0..<count {
            let at = now - .seconds(Int64(count - 1 - index))
            items.append(Item(number: items.count + 1, at: max(at, (items.last?.at ?? at) + .seconds(1))))
        }
    }

    /// A page of the newest first: where it begins is the token's number, and what asks for the next.
    func page(token: String?, size: Int) -> (items: [Item], next: String?) {
        let start = token.flatMap { Int($0) } ?? items.last?.number ?? 0
        let page = items.filter { $0.number <= start }.suffix(size).reversed()
        let next = (page.last?.number ?? 1) - 1
        return (Array(page), next > 0 ? String(next) : nil)
    }
}

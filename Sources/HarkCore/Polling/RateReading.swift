/// What an answer says of the budget of calls: how many remain, and when the window begins anew.
public struct RateReading: Sendable, Hashable {
    /// Calls, or parts of the window, that remain.
    public var remaining: Double?
    /// The most calls in a window.
    public var limit: Double?
    /// When the window begins anew.
    public var resetAt: Instant?
    /// Nothing may be asked before this instant.
    public var retryAt: Instant?

    /// Nothing is said.
    public init() {}

    /// Reads the header fields and, of a refusal, the body. All providers' ways are tried; one of them is spoken.
    ///
    /// An absolute time is taken relative to the answer's own `Date`: the provider's clock may not be ours.
    public init(_ response: HTTPResponse, now: Instant) {
        let theirs = response.header("date").flatMap { Instant(httpDate: $0) }
        let skew = theirs.map { now - $0 } ?? .zero
        for family in ["x-ratelimit-", "ratelimit-", "x-rate-limit-"] {
            remaining = remaining ?? Self.number(response.header(family + "remaining"))
            limit = limit ?? Self.number(response.header(family + "limit"))
            let after = Self.number(response.header(family + "reset-after")).map { now + .seconds(fraction: $0) }
            resetAt = resetAt ?? after ?? Self.instant(response.header(family + "reset"), now: now, skew: skew)
        }
        if let shares = response.header("x-rate-limit").map(Self.shares) {
            remaining = remaining ?? shares["user-hour-rem"]
            limit = limit ?? shares["user-hour-lim"]
            if shares["user-hour-rem"] != nil { resetAt = resetAt ?? now + .hours(1) }
        }
        let usage = Self.usage(response)
        if let usage {
            remaining = max(100 - usage, 0)
            limit = 100
            resetAt = resetAt ?? now + .hours(1)
        }
        retryAt = Self.instant(response.header("retry-after"), now: now, skew: skew)
        if response.status == 429 { retryAt = retryAt ?? Self.wait(in: response).map { now + $0 } ?? resetAt }
    }

    private static func number(_ text: String?) -> Double? {
        // IETF drafts write "100, 100;w=60".
        text.flatMap { $0.split { ",; ".contains($0) }.first }.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
    }

    /// Apple writes `user-hour-lim:3500;user-hour-rem:500;`, of an hour that rolls.
    private static func shares(_ text: String) -> [String: Double] {
        var shares: [String: Double] = [:]
        for part in text.split(separator: ";") {
            let pair = part.split(separator: ":").map { $0.filter { !$0.isWhitespace } }
            if pair.count == 2, let value = Double(pair[1]), value.isFinite { shares[pair[0]] = value }
        }
        return shares
    }

    /// A number of seconds, a time since the epoch, an RFC 3339 time or an HTTP date.
    private static func instant(_ text: String?, now: Instant, skew: Span) -> Instant? {
        guard let text else { return nil }
        if let number = number(text), text.first?.isNumber ?? false, Instant(text) == nil {
            switch number {
            case ..<1_000_000_000: return now + .seconds(fraction: max(number, 0))
            case ..<100_000_000_000: return Instant(milliseconds: Int64(number * 1000)) + skew
            default: return Instant(milliseconds: Int64(min(number, 9e15))) + skew
            }
        }
        return (Instant(text) ?? Instant(httpDate: text)).map { $0 + skew }
    }

    /// The fullest of the shares that Meta reports, in percent.
    private static func usage(_ response: HTTPResponse) -> Double? {
        struct Usage: Decodable {
            @Tolerated var call_count: LooseNumber?
            @Tolerated var total_time: LooseNumber?
            @Tolerated var total_cputime: LooseNumber?

            var fullest: Double? { [call_count, total_time, total_cputime].compactMap { $0?.value }.max() }
        }
        let app = response.header("x-app-usage").map { Array($0.utf8) }
        let business = response.header("x-business-use-case-usage").map { Array($0.utf8) }
        let shares =
            [app.flatMap { try? $0.readJSON(Usage.self) }?.fullest]
            + (business.flatMap { try? $0.readJSON([String: [Usage]].self) } ?? [:]).values.flatMap {
                $0.map(\.fullest)
            }
        return shares.compactMap { $0 }.max()
    }

    /// How long a refusal's body says to wait.
    private static func wait(in response: HTTPResponse) -> Span? {
        struct Said: Decodable {
            struct Parameters: Decodable { @Tolerated var retry_after: LooseNumber? }
            struct Extras: Decodable { @Tolerated var wait_seconds: LooseNumber? }
            @Tolerated var retry_after: LooseNumber?
            @Tolerated var retry_after_ms: LooseNumber?
            @Tolerated var parameters: Parameters?
            @Tolerated var extras: Extras?
        }
        guard let said = try? response.body.readJSON(Said.self) else { return nil }
        if let milliseconds = said.retry_after_ms { return .seconds(fraction: milliseconds.value / 1000) }
        let seconds = said.retry_after ?? said.parameters?.retry_after ?? said.extras?.wait_seconds
        return seconds.map { .seconds(fraction: $0.value) }
    }
}

extension Span {
    /// A span of seconds with a fraction; at most a year.
    static func seconds(fraction: Double) -> Span {
        Span(milliseconds: Int64(min(max(fraction, 0), 31_536_000) * 1000))
    }
}

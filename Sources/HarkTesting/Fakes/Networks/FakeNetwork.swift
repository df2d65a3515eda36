public import HarkCore
import Hummingbird
import NIOCore
import Synchronization

/// A provider on loopback that speaks any network's dialect, has a world of its own, makes trouble when told to, and counts
/// the calls against what it allows. Its time is the test's.
public final class FakeNetwork: Sendable {
    private struct State {
        var world = FakeWorld()
        var orders: [FakeTrouble] = []
        var budget: FakeBudget
        var latest: [String: FakeAnswer] = [:]
    }

    /// What it speaks.
    public let dialect: any FakeDialect
    /// Where it answers: `http://127.0.0.1:PORT`.
    public var origin: String { server.withLock { $0?.origin ?? "" } }
    /// A signal for every request; for one reader.
    public let requests: AsyncStream<Int>

    private let tell: AsyncStream<Int>.Continuation
    private let state: Mutex<State>
    private let server = Mutex<LiveServer?>(nil)
    private let clock: any WallClock

    /// Starts a provider.
    ///
    /// - Parameters:
    ///   - dialect: What it speaks.
    ///   - clock: Its time.
    /// - Returns: The running provider.
    /// - Throws: What kept it from listening.
    public static func start(_ dialect: any FakeDialect, clock: any WallClock) async throws -> FakeNetwork {
        let network = FakeNetwork(dialect, clock)
        let router = Router()
        for method in [HTTPRequest.Method.get, .post, .put] {
            router.on("**", method: method) { request, _ in try await network.answer(request) }
        }
        let live = try await LiveServer.start(router)
        network.server.withLock { $0 = live }
        return network
    }

    private init(_ dialect: any FakeDialect, _ clock: any WallClock) {
        self.dialect = dialect
        self.clock = clock
        (requests, tell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        state = Mutex(State(budget: FakeBudget(allowed: dialect.allowed, window: dialect.window)))
    }

    /// Ends the provider and every open connection.
    public func stop() async { await server.withLock { $0 }?.stop() }

    /// People say so many things now, one a second.
    public func say(_ count: Int) {
        let now = clock.now
        state.withLock { $0.world.say(count, at: now) }
    }

    /// The next requests for the feed meet trouble, one each.
    public func order(_ troubles: [FakeTrouble]) { state.withLock { $0.orders += troubles } }

    /// How many orders still wait.
    public var waiting: Int { state.withLock { $0.orders.count } }

    /// What was asked of it, against what it allows.
    public var budget: FakeBudget { state.withLock { $0.budget } }

    private func answer(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 1 << 20)
        let call = FakeCall(request, body: String(buffer: body))
        if let grant = dialect.grant(for: call) { return grant.response(date: nil) }
        let now = clock.now
        let (trouble, number) = state.withLock { state in
            state.budget.count(dialect.cost(of: call), at: now)
            let isFeed = dialect.isFeed(call)
            let next = state.orders.first
            let fits = next.map { isFeed && ($0 != .cursorExpired || dialect.hasCursor(call)) } ?? false
            return (fits ? state.orders.removeFirst() : nil, state.budget.requests)
        }
        defer { tell.yield(number) }
        if trouble == .timeout { try await Task.sleep(for: .seconds(3600)) }
        let answer = state.withLock { state in
            let answer = play(trouble, call, &state, now: now)
            if trouble == nil { state.latest[call.path] = answer }
            return answer
        }
        if trouble == .tornBody { return answer.torn }
        return answer.response(date: now + (trouble == .clockSkew ? .hours(2) : .zero))
    }

    private func play(_ trouble: FakeTrouble?, _ call: FakeCall, _ state: inout State, now: Instant) -> FakeAnswer {
        let clock = now + (trouble == .clockSkew ? .hours(2) : .zero)
        let limits = dialect.limits(
            remaining: state.budget.remaining(at: now),
            resetAt: state.budget.resetAt + (clock - now),
            now: clock
        )
        var answer: FakeAnswer
        switch trouble {
        case .tooMany(let seconds):
            if seconds != nil { state.budget.forbid(until: now + .seconds(Int64(seconds ?? 0))) }
            answer = FakeAnswer(status: 429, body: #"{"error":"too many requests"}"#)
            if let seconds { answer.headers["Retry-After"] = String(seconds) }
            return answer
        case .status(let code): return FakeAnswer(status: code, body: #"{"error":"trouble was ordered"}"#)
        case .unauthorised: return FakeAnswer(status: 401, body: #"{"error":"the token has ended"}"#)
        case .invalidJSON: return FakeAnswer(body: "<html>maintenance</html>")
        case .cursorExpired: return dialect.expired
        case .duplicatePage:
            answer = state.latest[call.path] ?? dialect.answer(call, state.world, order: .usual)
        case .shuffledPage: answer = dialect.answer(call, state.world, order: .shuffled)
        case .emptyPage: answer = dialect.answer(call, FakeWorld(), order: .usual)
        case .tornBody, .timeout, .clockSkew, .pass, nil:
            answer = dialect.answer(call, state.world, order: .usual)
        }
        answer.headers.merge(limits) { $1 }
        return answer
    }
}

/// Trouble that a provider makes.
public enum FakeTrouble: Sendable, Hashable {
    /// 429, with or without the time to wait.
    case tooMany(seconds: Int?)
    /// Any other status.
    case status(Int)
    /// No answer until the client goes.
    case timeout
    /// The connection ends in the middle of the body.
    case tornBody
    /// 200 with something that is no page.
    case invalidJSON
    /// 401, once.
    case unauthorised
    /// The provider's clock is two hours ahead.
    case clockSkew
    /// The page before once more.
    case duplicatePage
    /// The page's elements in disorder.
    case shuffledPage
    /// A page without elements, though there are some.
    case emptyPage
    /// The network's refusal of a cursor it no longer knows; waits for a request that has one.
    case cursorExpired
    /// None.
    case pass
}

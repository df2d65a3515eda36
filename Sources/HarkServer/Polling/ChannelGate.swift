import HarkCore
import Synchronization

/// What every call of a channel passes, its feeds' and its replies': the account's budget and its circuit breaker.
final class ChannelGate: Sendable {
    private struct State {
        var budget: RateBudget
        var breaker = CircuitBreaker()
        /// What was used has changed since it was last written down.
        var isUnwritten = false
    }

    private let memory: any ChannelMemory
    private let states = Mutex<[Account.ID: State]>([:])

    init(memory: any ChannelMemory) { self.memory = memory }

    /// Asks for a call.
    ///
    /// - Returns: Nil when it may leave, else from when on to ask again.
    func admit(
        _ channel: Account,
        _ request: HTTPRequest,
        by connector: any Connector,
        isReply: Bool = false,
        now: Instant
    ) async -> Instant? {
        let metered = connector as? any MeteredConnector
        let isKnown = states.withLock { $0[channel.id] != nil }
        let used = isKnown ? nil : await remembered(channel.id)
        return states.withLock { states in
            var state = states[channel.id] ?? State(budget: RateBudget(used: used ?? UsageLedger()))
            defer { states[channel.id] = state }
            state.budget.allowance = metered?.allowance(of: channel)
            if !isReply, let wait = state.breaker.admit(now: now) { return wait }
            let wait = state.budget.reserve(metered?.cost(of: request) ?? 1, isReply: isReply, now: now)
            state.isUnwritten = state.isUnwritten || (wait == nil && metered != nil)
            return wait
        }
    }

    /// Learns from an answer.
    func note(_ response: HTTPResponse, of channel: Account.ID, now: Instant) {
        let reading = RateReading(response, now: now)
        change(channel) { $0.budget.note(reading, now: now) }
    }

    /// A call worked.
    func succeeded(_ channel: Account.ID) { change(channel) { $0.breaker.succeeded() } }

    /// A call failed in a way that may pass; the caller rests for a while.
    func failed(_ channel: Account.ID, wait: Duration, now: Instant) {
        change(channel) { $0.breaker.failed(now: now, wait: Span(milliseconds: wait.milliseconds)) }
    }

    /// The provider refused for too many calls.
    func block(_ channel: Account.ID, until instant: Instant) { change(channel) { $0.budget.block(until: instant) } }

    /// The shortest pause between two polls of a feed.
    func spacing(_ channel: Account.ID, feeds: Int, now: Instant) -> Span {
        states.withLock { $0[channel]?.budget.spacing(feeds: feeds, now: now) ?? .zero }
    }

    /// Writes down what was used of allowances that nobody else counts.
    func writeDown() async {
        let unwritten = states.withLock { states in
            let found = states.filter { $0.value.isUnwritten }
            for id in found.keys { states[id]?.isUnwritten = false }
            return found.mapValues { $0.budget.ledger.text }
        }
        for (id, text) in unwritten { try? await memory.remember(text, as: .usage, of: id) }
    }

    private func remembered(_ channel: Account.ID) async -> UsageLedger? {
        (try? await memory.memory(of: channel))?[.usage].flatMap { UsageLedger(text: $0) }
    }

    private func change(_ channel: Account.ID, _ change: (inout State) -> Void) {
        states.withLock { states in
            var state = states[channel] ?? State(budget: RateBudget())
            change(&state)
            states[channel] = state
        }
    }
}

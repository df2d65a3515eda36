import HarkCore
import Logging
import ServiceLifecycle

/// Sends what must leave: woken by commands and clocks, up to eight conversations at once, in order within each.
///
/// On shutdown nothing new begins, and what has begun is allowed to end: an answer whose fate is unknown costs a person's time.
struct OutboxSender: Service {
    let departures: Departures
    let replies: ReplySender
    let mails: MailSender
    let clock: any WallClock
    let wakeups: Wakeups
    let meter: Meter
    let pace: Pace
    let logger: Logger
    let lanes = Lanes(width: 8)

    func run() async throws {
        await withGracefulShutdownHandler {
            await draining(atMost: pace.drain) { await rounds() }
        } onGracefulShutdown: {
            wakeups.outbox.signal()
        }
    }

    private func rounds() async {
        await withDiscardingTaskGroup { group in
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                let seen = wakeups.outbox.count
                let rest = await round { lane in group.addTask { await drive(lane) } }
                await wakeups.outbox.change(since: seen, atMost: rest)
            }
        }
    }

    /// Takes what may leave now; returns how long to rest, nil until something happens.
    private func round(begin: (Conversation.ID) -> Void) async -> Duration? {
        do {
            guard let next = try await departures.next() else { return nil }
            let now = clock.now
            let rest = Pace.rest(toNext: pace.longestRest, after: now)
            let wait = Duration.milliseconds((next - now).milliseconds)
            guard wait <= .zero else { return min(wait, rest) }
            let free = lanes.free
            // A lane that ends wakes the next round.
            guard free > 0 else { return rest }
            let items = try await departures.due(limit: free)
            for item in items where lanes.enter(item) { begin(item.lane) }
            return items.isEmpty ? .seconds(1) : .zero
        } catch {
            logger.error("outbox cannot be read", metadata: ["error": "\(error)"])
            return min(pace.firstRetry, pace.longestRest)
        }
    }

    private func drive(_ lane: Conversation.ID) async {
        // Leases of what is left behind on shutdown end by themselves.
        while !Task.isShuttingDownGracefully, let item = lanes.front(of: lane) {
            let outcome = await attempt(item)
            meter.count(.departures, [("outcome", outcome.word)])
            do {
                try await departures.settle(item, outcome)
            } catch {
                // The lease ends by itself; then the item is tried again with the same id.
                logger.error("departure not settled", metadata: ["item": "\(item.id.rawValue)", "error": "\(error)"])
            }
            lanes.leave(item, isGone: outcome.word == "sent")
            wakeups.log.signal()
        }
        wakeups.outbox.signal()
    }

    private func attempt(_ item: OutboxItem) async -> Departures.Outcome {
        switch item.content {
        case .reply(let reply, message: _):
            await replies.send(reply, by: item.channel, wasInterrupted: item.wasInterrupted)
        case .edit(let edit, message: _): await replies.send(edit, by: item.channel)
        case .notices(let group): await mails.send(item, group)
        }
    }
}

extension Departures.Outcome {
    /// For metrics.
    fileprivate var word: String {
        switch self {
        case .sent: "sent"
        case .dropped: "dropped"
        case .retry: "retry"
        case .failed: "failed"
        case .unknown: "unknown"
        }
    }
}

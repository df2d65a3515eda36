import HarkCore
import Logging
import ServiceLifecycle

/// Sleeps until the next deadline and lets the timekeeper act on it; a commit that moves deadlines wakes it.
struct ClockKeeper: Service {
    let tick: @Sendable () async throws -> Instant?
    let clock: any WallClock
    let wakeups: Wakeups
    let pace: Pace
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var failures = 0
            while !Task.isCancelled {
                let seen = wakeups.clocks.count
                do {
                    let next = try await tick()
                    failures = 0
                    wakeups.outbox.signal()
                    wakeups.log.signal()
                    await wakeups.clocks.change(since: seen, atMost: rest(until: next))
                    // Deliveries that pour in share one look.
                    try? await Task.sleep(for: pace.clockRest)
                } catch {
                    if Task.isCancelled { return }
                    failures += 1
                    if failures == 1 { logger.error("clocks stand still", metadata: ["error": "\(error)"]) }
                    try? await Task.sleep(for: min(pace.retry(after: failures), pace.longestRest))
                }
            }
        }
    }

    /// While nothing is due ever, only a commit wakes.
    private func rest(until next: Instant?) -> Duration? {
        guard let next else { return nil }
        let now = clock.now
        return min(
            max(.milliseconds((next - now).milliseconds), .zero),
            Pace.rest(toNext: pace.longestRest, after: now)
        )
    }
}

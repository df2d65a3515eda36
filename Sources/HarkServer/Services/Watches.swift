import HarkCore
import Logging
import ServiceLifecycle

/// Looks now and then at what no event tells: queues that nobody looks after, hours in which far too much is said.
struct Watches: Service {
    let queues: QueueWatch
    let spikes: SpikeWatch
    let wakeups: Wakeups
    let clock: any WallClock
    let rest: Duration
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let seen = wakeups.configuration.count
                do {
                    let told = try await queues.look() + spikes.look()
                    if told > 0 { wakeups.commanded() }
                } catch {
                    if Task.isCancelled { return }
                    logger.error("queues and spikes not looked at", metadata: ["error": "\(error)"])
                }
                await wakeups.configuration.change(since: seen, atMost: wait)
            }
        }
    }

    /// Who is asked to watch nothing waits for another configuration.
    private var wait: Duration? {
        queues.isWanted || spikes.isWanted ? Pace.rest(toNext: rest, after: clock.now) : nil
    }
}

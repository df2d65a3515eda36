import HarkCore
import Logging
import ServiceLifecycle

/// Looks once a minute at what no event tells: queues that nobody looks after, hours in which far too much is said.
struct Watches: Service {
    let queues: QueueWatch
    let spikes: SpikeWatch
    let wakeups: Wakeups
    let rest: Duration
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let told = try await queues.look() + spikes.look()
                    if told > 0 { wakeups.commanded() }
                } catch {
                    if Task.isCancelled { return }
                    logger.error("queues and spikes not looked at", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: rest)
            }
        }
    }
}

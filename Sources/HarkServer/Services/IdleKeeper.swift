import HarkCore
import ServiceLifecycle

/// Gives back what work has left behind, once nothing has happened for a while: the process that waits for the next
/// message needs neither the pages of the last ones nor the memory they were read in.
struct IdleKeeper: Service {
    let wakeups: Wakeups
    /// How long nothing must have happened.
    let quiet: Duration
    let release: @Sendable () -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let seen = wakeups.log.count
                do { try await Task.sleep(for: quiet) } catch { return }
                guard wakeups.log.count == seen else { continue }
                release()
                await wakeups.log.change(since: seen)
            }
        }
    }
}

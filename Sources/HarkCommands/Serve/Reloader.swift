import HarkCore
import HarkServer
import Logging
import ServiceLifecycle
import UnixSignals

/// Reads the configuration again on SIGHUP, or when it is told. A mistake keeps the old one and is said in the log, file
/// and line.
struct Reloader: Service {
    let loader: SetupLoader
    let service: HarkService
    let reloaded: Wakeup
    let logger: Logger

    func run() async throws {
        let hangups = await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown()
        for await _ in hangups { reload() }
    }

    @Sendable func reload() {
        do {
            let setup = try loader.setup()
            service.reload(setup)
            reloaded.signal()
            logger.notice("configuration reloaded", metadata: ["fingerprint": "\(setup.configuration.fingerprint)"])
        } catch {
            logger.error("configuration NOT reloaded, the old one stays: \(error)")
        }
    }
}

import HarkCore
import HarkServer
import Logging
import ServiceLifecycle
import UnixSignals

/// Reads the configuration again on SIGHUP. A mistake keeps the old one and is said in the log, file and line.
struct Reloader: Service {
    let loader: SetupLoader
    let service: HarkService
    let logger: Logger

    func run() async throws {
        let hangups = await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown()
        for await _ in hangups {
            do {
                let setup = try loader.setup()
                service.reload(setup)
                logger.notice(
                    "configuration reloaded",
                    metadata: ["fingerprint": "\(setup.configuration.fingerprint)"]
                )
            } catch {
                logger.error("configuration NOT reloaded, the old one stays: \(error)")
            }
        }
    }
}

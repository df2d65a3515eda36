import Hummingbird
import Logging
import ServiceLifecycle

/// The HTTP server as a service. It stops in three steps: say no to readiness probes, close the port, let requests end.
struct ServerService: Service {
    let router: @Sendable () -> Router<RequestScope>
    let host: String
    let port: Int
    let phase: Phase
    let wakeups: Wakeups
    let pace: Pace
    let logger: Logger
    let onBound: @Sendable (Int) -> Void

    func run() async throws {
        // A group of its own, detached from the outer one: the port must close after the notice, not with the signal.
        let group = ServiceGroup(configuration: .init(services: [application], logger: quiet))
        let server = Task.detached { try await group.run() }
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await draining(atMost: pace.notice + pace.drain) {
                    await withTaskCancellationHandler {
                        _ = await server.result
                    } onCancel: {
                        server.cancel()
                    }
                }
            } onGracefulShutdown: {
                phase.leave()
                Task {
                    try? await Task.sleep(for: pace.notice)
                    wakeups.log.signal()
                    await group.triggerGracefulShutdown()
                }
            }
        } onCancel: {
            phase.leave()
            wakeups.log.signal()
        }
        if case .failure(let error) = await server.result, !phase.isLeaving { throw error }
    }

    private var application: some Service {
        Application(
            router: router(),
            server: .http1(configuration: .init(idleTimeout: .seconds(75))),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in onBound(channel.localAddress?.port ?? port) },
            logger: quiet
        )
    }

    /// The server's own chatter is for those who look for it.
    private var quiet: Logger {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }
}

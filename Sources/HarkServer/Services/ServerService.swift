import HarkCore
import Hummingbird
import HummingbirdCore
import Logging
import NIOPosix
import ServiceLifecycle

/// The HTTP server as a service. It stops in three steps: say no to readiness probes, close the port, let requests end.
struct ServerService: Service {
    let router: @Sendable () -> Router<RequestScope>
    let host: String
    let port: Int
    let phase: Phase
    let wakeups: Wakeups
    let clock: any WallClock
    let pace: Pace
    let logger: Logger
    let onBound: @Sendable (Int) -> Void

    func run() async throws {
        // A group of its own, detached from the outer one: the port must close after the notice, not with the signal.
        let group = ServiceGroup(configuration: .init(services: [try httpServer()], logger: quiet))
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

    /// Hummingbird's server without its `Application`, whose clock for the Date field wakes the process every second.
    private func httpServer() throws -> any Service {
        let responder = router().buildResponder()
        let logger = quiet
        return try HTTPServerBuilder.http1(configuration: .init(idleTimeout: .seconds(75))).buildServer(
            configuration: .init(address: .hostname(host, port: port)),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger
        ) { [clock] request, writer, channel in
            var logger = logger
            logger[metadataKey: "hb.request.id"] = .stringConvertible(RequestID())
            let scope = RequestScope(source: .init(channel: channel, logger: logger))
            var response: Response
            // The front desk has made an answer of every error.
            do { response = try await responder.respond(to: request, context: scope) } catch {
                response = Response(status: .internalServerError)
            }
            response.headers[.date] = DateField.text(at: clock.now)
            // A request that breaks while it is being answered must not get a second answer from the channel.
            do { try await writer.write(response: response.head, body: response.body) } catch { throw BrokenRequest() }
        } onServerRunning: { [onBound, port] channel in
            onBound(channel.localAddress?.port ?? port)
        }
    }

    /// The server's own chatter is for those who look for it.
    private var quiet: Logger {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }
}

/// The request turned out to be broken while its answer was being written, so that no other answer can be.
private struct BrokenRequest: Error {}

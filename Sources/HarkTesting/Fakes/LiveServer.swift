public import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// A real HTTP server on a real loopback socket with a port of its own, for tests and the demo.
public actor LiveServer {
    /// The port the kernel gave us.
    public nonisolated let port: Int
    /// Where it answers: `http://127.0.0.1:PORT`, without a slash at the end.
    public nonisolated var origin: String { "http://127.0.0.1:\(port)" }

    private let running: Task<Void, Never>

    /// No server came up.
    public struct NotRunning: Error, CustomStringConvertible {
        /// The value as text.
        public let description: String
    }

    private init(port: Int, running: Task<Void, Never>) {
        self.port = port
        self.running = running
    }

    /// Serves a router until ``stop()``. Returns when the port accepts connections.
    ///
    /// - Parameters:
    ///   - router: The routes to serve.
    ///   - port: The port to listen on; 0 takes a free one.
    /// - Returns: The running server.
    /// - Throws: What kept the server from listening.
    public static func start(_ router: Router<BasicRequestContext>, port: Int = 0) async throws -> LiveServer {
        let (ports, tell) = AsyncThrowingStream<Int, any Error>.makeStream()
        var logger = Logger(label: "live-server")
        // A cancelled connection is how every test ends; Hummingbird calls that an error.
        logger.logLevel = .critical
        let server = try server(router.buildResponder(), port: port, logger: logger) { tell.yield($0) }
        let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
        let running = Task {
            do {
                try await group.run()
                tell.finish()
            } catch {
                tell.finish(throwing: error)
            }
        }
        for try await port in ports where port != 0 { return LiveServer(port: port, running: running) }
        throw NotRunning(description: "the server on 127.0.0.1:\(port) ended before it listened")
    }

    /// Hummingbird's server without its `Application`, which writes the machine's time into every answer's Date field: a
    /// provider whose time is the test's writes its own.
    private static func server(
        _ responder: some HTTPResponder<BasicRequestContext>,
        port: Int,
        logger: Logger,
        onBound: @escaping @Sendable (Int) -> Void
    ) throws -> any Service {
        try HTTPServerBuilder.http1().buildServer(
            configuration: .init(address: .hostname("127.0.0.1", port: port)),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger
        ) { request, writer, channel in
            let context = BasicRequestContext(source: .init(channel: channel, logger: logger))
            let response: Response
            do {
                response = try await responder.respond(to: request, context: context)
            } catch let error as any HTTPResponseError {
                response = try error.response(from: request, context: context)
            } catch {
                response = Response(status: .internalServerError)
            }
            try await writer.write(response: response.head, body: response.body)
        } onServerRunning: { channel in
            onBound(channel.localAddress?.port ?? 0)
        }
    }

    /// Ends every connection and waits until the server is gone. Handlers that wait are cancelled.
    public func stop() async {
        running.cancel()
        await running.value
    }
}

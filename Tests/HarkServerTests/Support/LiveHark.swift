import Foundation
import HarkCore
import HarkCurl
import HarkSQLite
import HarkServer
import HarkTesting
import Logging
import ServiceLifecycle

/// The whole service on a port of its own, with a database of its own, as `hark serve` runs it.
struct LiveHark {
    let port: Int
    let store: any Store
    let running: Running
    let clock: TestClock
    let service: HarkService
    let transport: any Transport
    let keys: [Role: String]
    let group: ServiceGroup

    /// The time it is for the service.
    var now: Instant { clock.now }

    /// Moves the service's time on.
    func advance(by span: Span) { clock.advance(by: span) }

    /// What SIGTERM does.
    func stop() async { await group.triggerGracefulShutdown() }

    static let receiver = Channel(
        id: .init("wire-hook"),
        network: WireConnector.network,
        account: "brand",
        endpoint: "wire",
        settings: ["verify": "v3rify"],
        secrets: ["app": Secret("app secret")]
    )

    /// Runs the service around a test and stops it as SIGTERM would.
    static func run(
        channels: [Channel] = [Brand.channel, receiver],
        connector: WireConnector = WireConnector(),
        networks: [any Connector] = [],
        pace: Pace = .quick,
        mailer: any Mailer = NoMail(),
        store given: (any Store)? = nil,
        hold: Span = .zero,
        groupWait: Span? = nil,
        timeRuns: Bool = false,
        _ test: (LiveHark) async throws -> Void
    ) async throws {
        let folder = try ScratchFolder()
        let store = try SQLiteStore(path: folder.path("hark.db"))
        let clock = TestClock("2026-11-22T09:30:00Z", runs: timeRuns)
        var configuration = Brand(channels: channels).configuration
        configuration.port = 0
        configuration.replyHold = hold
        if let groupWait { configuration.alerts.groupWait = groupWait }
        let connectors = ConnectorRegistry([ToyConnector(), connector] + networks)
        let running = Running(Setup(configuration: configuration, triage: ToyTriage(), connectors: connectors))
        let transport = CurlTransport()
        let keys = try await makeKeys(store, running, transport, clock)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        var options = HarkService.Options()
        options.pace = pace
        let (ports, tell) = AsyncStream<Int>.makeStream()
        options.onBound = { tell.yield($0) }
        let service = HarkService(
            store: given ?? store,
            running: running,
            transport: transport,
            mailer: mailer,
            clock: clock,
            mint: RandomTokenMint(),
            logger: logger,
            options: options
        )
        let group = ServiceGroup(configuration: .init(services: service.services(), logger: logger))
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            guard let port = await ports.first(where: { _ in true }) else { return }
            let live = LiveHark(
                port: port,
                store: store,
                running: running,
                clock: clock,
                service: service,
                transport: transport,
                keys: keys,
                group: group
            )
            do {
                try await test(live)
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        await transport.shutdown()
        withExtendedLifetime(folder) {}
    }

    private static func makeKeys(
        _ store: SQLiteStore,
        _ running: Running,
        _ transport: CurlTransport,
        _ clock: TestClock
    ) async throws -> [Role: String] {
        let desk = LocalDesk(
            store: store,
            running: running,
            transport: transport,
            mint: RandomTokenMint(),
            clock: clock,
            actor: .hark
        )
        var keys: [Role: String] = [:]
        for role in Role.allCases {
            keys[role] = try await desk.createToken(TokenCommand(name: role == .agent ? "ana" : "\(role)", role: role))
                .token
        }
        return keys
    }
}

/// A mail server that nobody needs.
struct NoMail: Mailer {
    func send(_ mail: OutgoingMail) async throws { throw MailFailure.permanent("no mail in this test") }

    func check() async throws { throw MailFailure.temporary("no mail in this test") }
}

extension Pace {
    /// Retries that a test can wait for.
    static var quick: Pace {
        var pace = Pace()
        pace.firstRetry = .milliseconds(20)
        pace.longestRetry = .milliseconds(100)
        pace.slowRetry = .milliseconds(200)
        pace.shortestPoll = .milliseconds(20)
        pace.clockRest = .milliseconds(5)
        pace.drain = .seconds(3)
        return pace
    }
}

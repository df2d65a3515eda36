import HarkConnectors
import HarkCore
import HarkCurl
import HarkFakes
import HarkSQLite
import HarkServer
import HarkTesting
import Logging
import ServiceLifecycle

/// The whole service polling fake providers over real HTTP, in a time that passes only while pollers rest.
struct PolledNetwork {
    let store: any Store
    let clock: TestClock
    let service: HarkService
    let networks: [FakeNetwork]

    /// Runs the service around a test.
    static func run(
        _ dialects: [any FakeDialect],
        copies: Int = 1,
        speed: Span? = nil,
        patience: Span = Span(milliseconds: 1500),
        memory: (any ChannelMemory)? = nil,
        prepare: ([FakeNetwork]) -> Void = { _ in },
        _ test: (PolledNetwork) async throws -> Void
    ) async throws {
        let clock = TestClock("2026-11-22T09:30:00Z")
        var networks: [FakeNetwork] = []
        for dialect in dialects { networks.append(try await FakeNetwork.start(dialect, clock: clock)) }
        prepare(networks)
        try await serve(
            channels(networks, copies: copies, speed: speed),
            clock: clock,
            patience: patience,
            memory: memory,
            passesTime: speed == nil
        ) { store, service async throws in
            try await test(PolledNetwork(store: store, clock: clock, service: service, networks: networks))
        }
        // The networks go with the process: NIO stops the program when a server ends while a connection comes in, and a
        // poller that is cancelled may have opened one just now.
    }

    /// Runs the service on channels around a test.
    static func serve(
        _ channels: [Channel],
        clock: TestClock,
        patience: Span = Span(milliseconds: 1500),
        memory: (any ChannelMemory)? = nil,
        passesTime: Bool = true,
        _ test: (SQLiteStore, HarkService) async throws -> Void
    ) async throws {
        let folder = try ScratchFolder()
        let store = try SQLiteStore(path: folder.path("hark.db"))
        var configuration = Brand(policies: [], channels: channels).configuration
        configuration.port = 0
        let setup = Setup(
            configuration: configuration,
            triage: ToyTriage(),
            connectors: ConnectorRegistry(Connectors.all)
        )
        let service = service(
            store,
            memory ?? store,
            Running(setup),
            clock,
            transport: Hurried(inner: CurlTransport(), limit: patience),
            passesTime: passesTime
        )
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let group = ServiceGroup(configuration: .init(services: service.services(), logger: logger))
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            do {
                try await test(store, service)
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    private static func channels(_ networks: [FakeNetwork], copies: Int, speed: Span?) -> [Channel] {
        networks.flatMap { network in
            (1...copies).map { number in
                var channel = network.dialect.channel(origin: network.origin)
                if copies > 1 { channel.id = .init("\(channel.id)-\(number)") }
                if let speed { channel.pollInterval = speed }
                return channel
            }
        }
    }

    private static func service(
        _ store: SQLiteStore,
        _ memory: any ChannelMemory,
        _ running: Running,
        _ clock: TestClock,
        transport: any Transport,
        passesTime: Bool
    ) -> HarkService {
        var options = HarkService.Options()
        options.pace.drain = .milliseconds(100)
        options.pace.watch = .milliseconds(20)
        options.memory = memory
        if passesTime {
            options.rest = { wait in
                clock.advance(by: Span(milliseconds: wait.components.seconds * 1000 + 1))
                try await Task.sleep(for: .milliseconds(2))
            }
        }
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return HarkService(
            store: store,
            running: running,
            transport: transport,
            mailer: NoMail(),
            clock: clock,
            mint: RandomTokenMint(),
            logger: logger,
            options: options
        )
    }

    /// Waits until the messages are as many as said and no trouble is left. False when that takes too many requests.
    func holds(_ messages: Int64, within limit: Int = 400) async throws -> Bool {
        let network = networks[0]
        let start = network.budget.requests
        for await number in network.requests {
            if network.waiting == 0, try await store.counts().messages == messages { return true }
            if number > start + limit { break }
        }
        return false
    }

    /// What the log says by the time that it says a wanted thing, or after ten seconds without it: another feed may have
    /// brought the messages while a call still hung.
    func complaints(after position: Int64, until wanted: String) async throws -> [String] {
        let deadline = ContinuousClock.now + .seconds(10)
        for await _ in networks[0].requests {
            let said = try await complaints(after: position)
            if said.contains(where: { $0.contains(wanted) }) || ContinuousClock.now > deadline { return said }
        }
        return []
    }

    /// What the log says of the channel's health after a position: states that are not healthy, with their reasons.
    func complaints(after position: Int64) async throws -> [String] {
        try await Self.complaints(in: store, after: position)
    }

    static func complaints(in store: any Store, after position: Int64) async throws -> [String] {
        try await store.events(after: position, limit: 500)
            .filter { $0.kind == .channelHealth && $0.data["after"] != "healthy" }
            .map { ($0.data["after"] ?? "") + ": " + ($0.data["reason"] ?? "") }
    }
}

/// Lets no exchange take long: a test does not sit out half a minute.
private struct Hurried: Transport {
    let inner: CurlTransport
    let limit: Span

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        var request = request
        request.timeout = min(request.timeout, limit)
        return try await inner.send(request)
    }
}

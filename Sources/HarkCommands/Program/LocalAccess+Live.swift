import Foundation
import HarkConfig
import HarkCore
import HarkCurl
import HarkSQLite
import HarkServer

extension LocalAccess {
    /// The files of this machine.
    static var live: LocalAccess {
        let environment = ProcessInfo.processInfo.environment
        return LocalAccess(
            configuration: { path in
                let loader = SetupLoader(path: path, environment: environment, clock: ThisMachine.SystemClock())
                return try loader.setup().configuration
            },
            createToken: { path, command in
                let clock = ThisMachine.SystemClock()
                let setup = try SetupLoader(path: path, environment: environment, clock: clock).setup()
                let store = try SQLiteStore(path: setup.configuration.database)
                let desk = LocalDesk(
                    store: store,
                    running: Running(setup),
                    transport: Offline(),
                    mint: RandomTokenMint(),
                    clock: clock,
                    actor: .hark
                )
                let created = try await desk.createToken(command)
                try store.close()
                return created
            },
            connection: { path, name in
                try SetupLoader(path: path, environment: environment, clock: ThisMachine.SystemClock())
                    .connection(of: name, over: CurlTransport())
            },
            doctor: { path in
                let clock = ThisMachine.SystemClock()
                let setup = try SetupLoader(path: path, environment: environment, clock: clock).setup()
                let store = try SQLiteStore(path: setup.configuration.database)
                let running = Running(setup)
                let transport = CurlTransport()
                let desk = LocalDesk(
                    store: store,
                    running: running,
                    transport: transport,
                    mint: RandomTokenMint(),
                    clock: clock,
                    actor: .hark,
                    mailer: ConfiguredMailer(running: running, transport: transport)
                )
                let checks = try await desk.doctor()
                await transport.shutdown()
                try store.close()
                return checks
            },
            lessons: { path, span in
                let clock = ThisMachine.SystemClock()
                let loader = SetupLoader(path: path, environment: environment, clock: clock)
                let configuration = try loader.configuration()
                // Left to go away by itself, as below.
                let store = try SQLiteStore(path: configuration.database)
                return try await StoredLessons(store, keywords: configuration.keywords, since: clock.now - span)
            },
            replay: { order in
                let clock = ThisMachine.SystemClock()
                var loader = SetupLoader(path: order.configuration, environment: environment, clock: clock)
                let today = try loader.configuration()
                loader.replacing = order.files
                var configuration = try loader.configuration()
                configuration.keywords = order.keywords ?? configuration.keywords
                let setup = Setup(
                    configuration: configuration,
                    triage: try KeywordFolder.load(configuration.keywords),
                    connectors: SetupLoader.connectors
                )
                let store = try SQLiteStore(path: today.database)
                let replay = Replay(store, by: setup, defaultTeam: today.routing.defaultTeam, now: clock.now)
                // The store is left to go away by itself: closing it would tidy the log, which a service may be writing.
                let lanes = ProcessInfo.processInfo.activeProcessorCount
                return try await replay.run(since: clock.now - order.span, lanes: lanes)
            }
        )
    }
}

/// Making a key needs nobody outside.
private struct Offline: Transport {
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        throw TransportFailure.unreachable("making a key sends nothing")
    }
}

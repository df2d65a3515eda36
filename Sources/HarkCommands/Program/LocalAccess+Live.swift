import Foundation
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

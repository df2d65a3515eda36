import Foundation
import HarkClient
import HarkCore

extension Surroundings {
    /// This machine: its terminal and files, the network through curl.
    static var live: Surroundings {
        let environment = ProcessInfo.processInfo.environment
        let transport = NoTransport()
        return Surroundings(
            environment: environment,
            clock: ThisMachine.SystemClock(),
            zone: .current,
            screen: ThisMachine.screen(environment),
            inputIsTerminal: isatty(STDIN_FILENO) == 1,
            readFile: ThisMachine.readFile,
            readInput: ThisMachine.readInput,
            edit: ThisMachine.edit,
            write: ThisMachine.write,
            endOnInterrupt: ThisMachine.endOnInterrupt,
            desk: { RemoteDesk(server: $0.server, token: $0.token, transport: transport) },
            local: .live
        )
    }
}
private struct NoTransport: Transport {
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        throw TransportFailure.unreachable("this build has no way out")
    }
}

import Foundation
import HarkClient
import HarkCore
import HarkCurl
import HarkScreen

extension Surroundings {
    /// This machine: its terminal and files, the network through curl.
    static var live: Surroundings {
        let environment = ProcessInfo.processInfo.environment
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
            desk: { RemoteDesk(server: $0.server, token: $0.token, transport: CurlTransport()) },
            news: {
                let feed = EventFeed(server: $0.server, token: $0.token, transport: CurlTransport())
                return ReconnectingNews.stream(of: feed)
            },
            fullScreen: FullScreen.run,
            local: .live
        )
    }
}

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
            readBytes: ThisMachine.readBytes,
            readLine: { Swift.readLine() },
            files: .live,
            edit: ThisMachine.edit,
            editFile: ThisMachine.editFile,
            page: { ThisMachine.page($0, environment) },
            ringBell: { ThisMachine.write(.messages, "\u{7}") },
            runShell: ThisMachine.runShell,
            write: ThisMachine.write,
            endOnInterrupt: ThisMachine.endOnInterrupt,
            desk: { RemoteDesk(server: $0.server, token: $0.token, transport: CurlTransport()) },
            news: {
                let feed = EventFeed(server: $0.server, token: $0.token, transport: CurlTransport())
                return ReconnectingNews.stream(of: feed)
            },
            fullScreen: FullScreen.run,
            feed: { EventFeed(server: $0.server, token: $0.token, transport: CurlTransport()) },
            local: .live
        )
    }
}

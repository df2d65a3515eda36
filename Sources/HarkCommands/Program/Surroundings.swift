import Foundation
import HarkClient
import HarkCore
import HarkScreen

/// Everything a command takes from the machine it runs on, as one value that a test can replace.
struct Surroundings: Sendable {
    /// Where text goes.
    enum Stream: Sendable {
        /// Standard output: what was asked for.
        case data
        /// Standard error: what a person should know besides.
        case messages
    }

    var environment: [String: String]
    var clock: any WallClock
    var zone: TimeZone
    var screen: Screen
    /// Whether a person sits at standard input.
    var inputIsTerminal: Bool
    var readFile: @Sendable (_ path: String) throws -> String
    var readInput: @Sendable () throws -> String
    /// The bytes of a file, or of standard input for `-`, as they are: not everything is UTF-8.
    var readBytes: @Sendable (_ path: String) throws -> [UInt8]
    /// One line that the person types; nil at the end of their input.
    var readLine: @Sendable () -> String?
    /// The files of the person's own that commands keep.
    var files: LocalFiles
    /// Lets the person write on from a text, in their editor.
    var edit: @Sendable (_ draft: String) throws -> String
    /// The same in a file of its own, which stays when the editor or the terminal is lost.
    var editFile: @Sendable (_ path: String, _ draft: String) throws -> String
    /// Shows a long text, page by page if need be.
    var page: @Sendable (_ text: String) -> Void
    /// Sounds the terminal's bell.
    var ringBell: @Sendable () -> Void
    /// Runs a command by the shell, with more environment and an input; returns its status.
    var runShell: @Sendable (_ command: String, _ environment: [String: String], _ input: String) -> Int32
    var write: @Sendable (Stream, String) -> Void
    /// Lets Ctrl-C end the program as “cancelled” from here on.
    var endOnInterrupt: @Sendable () -> Void
    var desk: @Sendable (Address) -> any Desk
    /// What the server at an address tells unasked.
    var news: @Sendable (Address) -> AsyncStream<ScreenNews>
    /// Opens the full screen and returns the exit status.
    var fullScreen: @Sendable (ScreenHouse) async throws -> Int32
    /// What happens on the server, live.
    var feed: @Sendable (Address) -> any EventSource
    var local: LocalAccess
}

extension Surroundings {
    /// Lets the person edit a file on a thread of its own, so that other work goes on meanwhile.
    func editAside(_ draft: String, at path: String) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try editFile(path, draft) })
            }
        }
    }
}

/// The terminal behind standard output, if there is one.
struct Screen: Sendable {
    var isTerminal: Bool
    var columns: Int
}

import Foundation
import HarkClient
import HarkCore

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
    /// One line that the person types; nil when there is none.
    var readLine: @Sendable () -> String? = { Swift.readLine() }
    /// Lets the person write on from a text, in their editor.
    var edit: @Sendable (_ draft: String) throws -> String
    var write: @Sendable (Stream, String) -> Void
    /// Lets Ctrl-C end the program as “cancelled” from here on.
    var endOnInterrupt: @Sendable () -> Void
    var desk: @Sendable (Address) -> any Desk
    var local: LocalAccess
}

/// The terminal behind standard output, if there is one.
struct Screen: Sendable {
    var isTerminal: Bool
    var columns: Int
}

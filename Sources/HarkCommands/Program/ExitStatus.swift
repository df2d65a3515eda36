import ArgumentParser
import HarkCore

/// How a command ended, as a number for scripts: one table for all commands.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case failed = 1
    case cancelled = 2
    case notFound = 3
    case notAuthorised = 4
    case unreachable = 5
    case formatTooOld = 20
    case formatTooNew = 21
    case usage = 64

    /// The status that says what a failure means to the caller.
    init(_ failure: Failure) {
        self =
            switch failure.code {
            case .notFound, .unknownChannel: .notFound
            case .unauthorised, .forbidden: .notAuthorised
            case .unreachable: .unreachable
            case .badQuery: .usage
            case .badRequest, .conflict, .tooLarge, .unprocessable, .textTooLong, .replyWindowClosed, .badSignature,
                .staleTimestamp, .badConfiguration, .provider, .storage, .unavailable, .internalError:
                .failed
            }
    }

    /// What the number means.
    var meaning: String {
        switch self {
        case .done: "done"
        case .failed: "failed, partly failed, or found what was asked about"
        case .cancelled: "cancelled"
        case .notFound: "no such id"
        case .notAuthorised: "not authorised"
        case .unreachable: "the server cannot be reached"
        case .formatTooOld: "the format version asked for is too old"
        case .formatTooNew: "the format version asked for is too new"
        case .usage: "the command line or a query in it cannot be read"
        }
    }

    /// The whole table, one status a line.
    static var table: String {
        allCases.map { TextLayout.aligned(String($0.rawValue), to: 4) + "  " + $0.meaning }.joined(separator: "\n")
    }
}

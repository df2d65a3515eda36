import Foundation
import HarkCore

/// The day as `day.tsv` tells it.
struct Day {
    var lines: [Line]

    /// One thing that happens.
    struct Line {
        /// What happens, as the file writes it.
        enum Event: String {
            /// A customer says something, or one of us does in the network's own app.
            case says, answers
            /// A customer changes or takes back what they said.
            case edits, deletes
            /// The network delivers the same bytes once more.
            case again
            /// The network delivers bytes that nobody can read.
            case garbles
            /// An agent's command.
            case reply, note, assign, tag, close, snooze
        }

        /// Minutes before the demo starts.
        var minutesAgo: Int64
        /// Where: a channel of `Config/channels.yaml`, with a form after a slash (`facebook/review`), or `desk`.
        var door: String
        var event: Event
        /// Who: a customer, or the agent at the desk.
        var who: String
        /// What the line and others call the message.
        var name: String
        /// The name of the message it answers.
        var parent: String?
        var text: String

        /// The channel's id.
        var channel: String { String(door.split(separator: "/")[0]) }
        /// What follows the slash.
        var form: String? { door.split(separator: "/").dropFirst().first.map(String.init) }
        /// When it was said.
        func time(from start: Instant) -> Instant { start - .minutes(minutesAgo) }
    }

    init(file: String) throws {
        let rows = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
        lines = try rows.map { row in
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 7, let minutes = Int64(cells[0]), let event = Line.Event(rawValue: cells[2]) else {
                throw DemoFailure("\(file): a line has other columns than the first line says: \(row)")
            }
            return Line(
                minutesAgo: minutes,
                door: cells[1],
                event: event,
                who: cells[3],
                name: cells[4],
                parent: cells[5] == "-" ? nil : cells[5],
                text: Self.unescaped(cells[6])
            )
        }
    }

    /// The customers' words, by name.
    func line(_ name: String) -> Line? { lines.first { $0.name == name && $0.event == .says } }

    /// What cannot stand in a line of a table is written as `\n`, `\u{202E}` and so on.
    private static func unescaped(_ text: String) -> String {
        text.replacing(/\\(?:n|u\{([0-9A-Fa-f]+)\})/) { match in
            guard let digits = match.1 else { return "\n" }
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
        }
    }
}

extension String {
    /// A number that is always the same for the same name, as networks give their accounts and posts one.
    var number: Int64 {
        let hash = utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return Int64(1_000_000_000 + hash % 8_000_000_000)
    }
}

import Foundation
import HarkClient
import HarkCore
import Synchronization

@testable import HarkCommands

/// A command line in a world of its own: what it printed, how it ended, what it asked the desk for.
struct Ran {
    var status: Int32
    var data: String
    var messages: String
    var calls: [String]
}

/// Collects what a command writes.
final class Paper: Sendable {
    private let written = Mutex<(data: String, messages: String)>(("", ""))

    func write(_ stream: Surroundings.Stream, _ text: String) {
        written.withLock { written in
            switch stream {
            case .data: written.data += text
            case .messages: written.messages += text
            }
        }
    }

    var text: (data: String, messages: String) { written.withLock { $0 } }
}

/// Runs `hark` with a scripted desk; by default into a pipe, with a token, at ``Sample/now``.
func hark(
    _ arguments: String...,
    words: [String] = [],
    desk: ScriptedDesk = ScriptedDesk(),
    terminal: Bool = false,
    environment: [String: String] = ["HARK_TOKEN": "t0ken"],
    files: [String: String] = [:],
    bodies: [String: [UInt8]] = [:],
    input: String = "",
    answers: [String] = [],
    disk: Disk = Disk(),
    events: ScriptedEvents = ScriptedEvents(),
    local: LocalAccess = .scripted,
    edit: @escaping @Sendable (String) throws -> String = { $0 }
) async -> Ran {
    let paper = Paper()
    let surroundings = Surroundings(
        environment: environment,
        clock: StoppedClock(),
        zone: .gmt,
        screen: Screen(isTerminal: terminal, columns: 100),
        inputIsTerminal: terminal,
        readFile: { path in
            guard let text = files[path] ?? disk.text(path) else { throw CocoaError(.fileNoSuchFile) }
            return text
        },
        readInput: { input },
        readBytes: { path in
            if let body = bodies[path] { return body }
            guard let text = path == "-" ? input : files[path] else { throw CocoaError(.fileNoSuchFile) }
            return Array(text.utf8)
        },
        readLine: { disk.nextAnswer(of: answers) },
        files: disk.files,
        edit: edit,
        editFile: { path, draft in
            disk.write(path, draft)
            let text = try edit(draft)
            disk.write(path, text)
            return text
        },
        page: { paper.write(.data, $0) },
        ringBell: { paper.write(.messages, "<bell>") },
        runShell: { command, environment, _ in
            desk.note("run \(command) \(environment["HARK_KIND"] ?? "")")
            return 0
        },
        write: paper.write,
        endOnInterrupt: {},
        desk: { address in
            desk.note("server \(address.server) token \(address.token.reveal())")
            return desk
        },
        news: { _ in AsyncStream { $0.finish() } },
        fullScreen: { _ in 0 },
        feed: { _ in events },
        local: local
    )
    let status = await HarkProgram.run(arguments + words, in: surroundings)
    return Ran(status: status, data: paper.text.data, messages: paper.text.messages, calls: desk.calls)
}

extension LocalAccess {
    /// A configuration that is broken, and a key and a database without it.
    static var scripted: LocalAccess {
        LocalAccess(
            configuration: { path in
                throw Failure(
                    .badConfiguration,
                    "\(path) is broken",
                    problems: [.init(pointer: "rules.yaml:12", detail: "unknown key “tema”")]
                )
            },
            createToken: { path, command in
                CreatedToken(
                    summary: TokenSummary(id: 1, name: command.name, role: command.role, createdAt: Sample.now),
                    token: "from-\(path)"
                )
            },
            doctor: { _ in [DoctorCheck(name: "store", ok: true, detail: "the database is sound")] },
            replay: { _ in ReplayReport() }
        )
    }
}

/// A disk of the test's own, which several runs may share.
final class Disk: Sendable {
    private let kept = Mutex<(texts: [String: String], answered: Int)>(([:], 0))

    func text(_ path: String) -> String? { kept.withLock { $0.texts[path] } }
    func write(_ path: String, _ text: String) { kept.withLock { $0.texts[path] = text } }
    var paths: [String] { kept.withLock { $0.texts.keys.sorted() } }

    /// What the person types next.
    func nextAnswer(of answers: [String]) -> String? {
        kept.withLock { kept in
            guard kept.answered < answers.count else { return nil }
            kept.answered += 1
            return answers[kept.answered - 1]
        }
    }

    var files: LocalFiles {
        LocalFiles(
            write: { path, text in self.write(path, text) },
            list: { folder in
                self.paths.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }
            },
            remove: { path in _ = self.kept.withLock { $0.texts.removeValue(forKey: path) } }
        )
    }
}

/// Event streams that end as a test says: one list of words a connection.
final class ScriptedEvents: EventSource {
    private let connections: Mutex<[[EventFeed.Word]]>
    private let asked = Mutex<[Int64?]>([])

    init(_ connections: [[EventFeed.Word]] = []) { self.connections = Mutex(connections) }

    /// After which events the stream was asked for.
    var positions: [Int64?] { asked.withLock { $0 } }

    func words(after position: Int64?) -> AsyncThrowingStream<EventFeed.Word, any Error> {
        asked.withLock { $0.append(position) }
        let words = connections.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        return AsyncThrowingStream { continuation in
            for word in words ?? [] { continuation.yield(word) }
            if words == nil { continuation.finish(throwing: Failure(.forbidden, "the script is over")) }
            continuation.finish(throwing: Failure(.unreachable, "lost"))
        }
    }
}

struct StoppedClock: WallClock {
    var now: Instant { Sample.now }
}

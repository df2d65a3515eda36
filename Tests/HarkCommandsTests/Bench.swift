import Foundation
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
    input: String = "",
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
            guard let text = files[path] else { throw CocoaError(.fileNoSuchFile) }
            return text
        },
        readInput: { input },
        edit: edit,
        write: paper.write,
        endOnInterrupt: {},
        desk: { address in
            desk.note("server \(address.server) token \(address.token.reveal())")
            return desk
        },
        news: { _ in AsyncStream { $0.finish() } },
        fullScreen: { _ in 0 },
        local: LocalAccess(
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
            doctor: { _ in [DoctorCheck(name: "store", ok: true, detail: "the database is sound")] }
        )
    )
    let status = await HarkProgram.run(arguments + words, in: surroundings)
    return Ran(status: status, data: paper.text.data, messages: paper.text.messages, calls: desk.calls)
}

struct StoppedClock: WallClock {
    var now: Instant { Sample.now }
}

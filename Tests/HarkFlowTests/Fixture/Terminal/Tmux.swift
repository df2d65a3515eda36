import Foundation
import Synchronization

/// A terminal of a fixed size that keys are typed into and whose picture is read.
final class Tmux: Sendable {
    private let house: Child
    private let line: TmuxLine
    private let pressed = Mutex(0)

    /// Opens it with a command in it. Nothing of the person's own terminal or shell reaches the command.
    init(
        _ program: String,
        columns: Int = 80,
        rows: Int = 24,
        running command: String,
        _ environment: [String: String],
        scratch: String
    ) async throws {
        let socket = scratch + "/tmux-\(UUID().uuidString.prefix(8))"
        let own = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": scratch, "LANG": "C.UTF-8", "TZ": "UTC", "SHELL": "/bin/sh",
            "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no",
        ].merging(environment) { $1 }
        // In the foreground, so that it ends with the test.
        house = try server(
            program,
            ["-D", "-u", "-f", "/dev/null", "-S", socket],
            in: URL(filePath: scratch),
            environment: own
        )
        try await eventually("tmux") { FileManager.default.fileExists(atPath: socket) ? true : nil }
        let size = ["-x", String(columns), "-y", String(rows)]
        line = try TmuxLine(
            program,
            socket: socket,
            session: ["new-session", "-f", "no-output"] + size + [command],
            own
        )
        // What a command said last can still be read; the size is ours, whoever looks.
        try await tell(["set-option", "-g", "remain-on-exit", "on"])
        try await eventually("the session") { try? await tell(["resize-window"] + size) }
    }

    /// How many keys were pressed so far.
    var keystrokes: Int { pressed.withLock { $0 } }

    /// Presses keys, by tmux's names: `A`, `Enter`, `C-x`.
    func press(_ keys: String...) async throws { try await press(keys) }

    /// Presses keys, by tmux's names.
    func press(_ keys: [String]) async throws {
        pressed.withLock { $0 += keys.count }
        try await tell(["send-keys"] + keys)
    }

    /// Writes text as it stands, a keystroke a character.
    func write(_ text: String) async throws {
        pressed.withLock { $0 += text.count }
        try await tell(["send-keys", "-l", text])
    }

    /// Writes a line, then Enter.
    func type(_ text: String) async throws {
        try await write(text)
        try await press("Enter")
    }

    /// What is on the screen, without colours.
    func screen() async throws -> String { try await tell(["capture-pane", "-p"]) }

    /// The screen as soon as it holds every text; fails with the screen where that does not come.
    @discardableResult
    func screen(holding texts: String..., within limit: Duration = .seconds(20)) async throws -> String {
        var last = ""
        do {
            return try await eventually("\(texts) on the screen", within: limit) {
                last = try await screen()
                return texts.allSatisfy(last.contains) ? last : nil
            }
        } catch let failure as FlowFailure {
            throw FlowFailure("\(failure):\n\(last)")
        }
    }

    /// What tmux knows of the terminal: `alternate_on`, `cursor_flag`, `mouse_any_flag`, `pane_pid`.
    func fact(_ name: String) async throws -> String {
        try await tell(["display-message", "-p", "#{\(name)}"]).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @discardableResult
    private func tell(_ words: [String]) async throws -> String {
        try await line.ask(words)
    }
}

import Foundation
import HarkCore

/// The machine's side of ``Surroundings``: files, streams, editor, terminal.
enum ThisMachine {
    /// The clock on the wall.
    struct SystemClock: WallClock {
        var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
    }

    static func screen(_ environment: [String: String]) -> Screen {
        var size = winsize()
        let hasSize = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let columns = hasSize ? Int(size.ws_col) : environment["COLUMNS"].flatMap { Int($0) } ?? 80
        return Screen(isTerminal: isatty(STDOUT_FILENO) == 1, columns: columns)
    }

    static func readFile(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    static func readInput() throws -> String {
        String(decoding: try FileHandle.standardInput.readToEnd() ?? Data(), as: UTF8.self)
    }

    static func write(_ stream: Surroundings.Stream, _ text: String) {
        let handle =
            switch stream {
            case .data: FileHandle.standardOutput
            case .messages: FileHandle.standardError
            }
        try? handle.write(contentsOf: Data(text.utf8))
    }

    /// Opens the person's editor on a draft that only they can read, and returns what they left.
    ///
    /// By `system`, because Foundation's `Process` puts the child into a process group of its own, which an editor in the
    /// foreground of the terminal cannot bear.
    static func edit(_ draft: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hark-" + UUID().uuidString)
        let private700: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: private700)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "reply.txt")
        try Data(draft.utf8).write(to: file)
        setenv("HARK_DRAFT", file.path(percentEncoded: false), 1)
        let environment = ProcessInfo.processInfo.environment
        let editor = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
        guard system(editor + " \"$HARK_DRAFT\"") == 0 else {
            throw Failure(
                .badRequest,
                "the editor “\(editor)” ended with an error; nothing was sent. Set EDITOR, or give the text"
            )
        }
        return try readFile(file.path(percentEncoded: false))
    }

    /// Makes Ctrl-C end the program with the status for “cancelled”.
    static func endOnInterrupt() {
        signal(SIGINT) { _ in _exit(ExitStatus.cancelled.rawValue) }
    }
}

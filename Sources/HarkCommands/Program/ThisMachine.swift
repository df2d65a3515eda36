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

    static func readBytes(_ path: String) throws -> [UInt8] {
        let data =
            path == "-"
            ? try FileHandle.standardInput.readToEnd() ?? Data() : try Data(contentsOf: URL(filePath: path))
        return Array(data)
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
        return try editFile(folder.appending(path: "reply.txt").path(percentEncoded: false), draft)
    }

    /// Opens the person's editor on a file, and returns what they left there.
    static func editFile(_ path: String, _ draft: String) throws -> String {
        try LocalFiles.live.write(path, draft)
        setenv("HARK_DRAFT", path, 1)
        let environment = ProcessInfo.processInfo.environment
        let editor = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
        guard system(editor + " \"$HARK_DRAFT\"") == 0 else {
            throw Failure(
                .badRequest,
                "the editor “\(editor)” ended with an error; nothing was sent. Set EDITOR, or give the text"
            )
        }
        return try readFile(path)
    }

    /// Shows a text in the person's pager; plainly where there is none.
    static func page(_ text: String, _ environment: [String: String]) {
        let pager = environment["HARK_PAGER"] ?? environment["PAGER"] ?? "less -FIRX"
        guard !["", "cat"].contains(pager), environment["TERM"] != "dumb", let pipe = popen(pager, "w") else {
            return write(.data, text)
        }
        fputs(text, pipe)
        // 127 is the shell's word for a command that is not there.
        if pclose(pipe) >> 8 == 127 { write(.data, text) }
    }

    /// Runs a command by the shell and waits for it.
    static func runShell(_ command: String, _ environment: [String: String], _ input: String) -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let pipe = Pipe()
        process.standardInput = pipe
        do {
            try process.run()
            // A command that reads nothing closes its end; that is no mistake.
            try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? pipe.fileHandleForWriting.close()
            process.waitUntilExit()
            return process.terminationStatus
        } catch {
            return 127
        }
    }

    /// Makes Ctrl-C end the program with the status for “cancelled”.
    static func endOnInterrupt() {
        signal(SIGINT) { _ in _exit(ExitStatus.cancelled.rawValue) }
    }
}

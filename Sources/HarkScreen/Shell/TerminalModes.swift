import Foundation

/// Takes the terminal for a full screen and gives it back as it was, whatever happens.
///
/// What giving it back needs lies ready in plain memory, because a signal handler may call nothing that allocates or locks.
enum TerminalModes {
    /// Alternate screen, no cursor, no wrapping, bracketed paste, mouse with wheel.
    private static let enterBytes = Array(
        "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1006h".utf8
    )
    private static let leaveText: StaticString =
        "\u{1B}[?2026l\u{1B}[0m\u{1B}[?1006l\u{1B}[?1000l\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

    /// Written before the signal handlers are installed, and only read after that.
    nonisolated(unsafe) private static var saved = termios()
    /// Set and cleared by the screen's thread; a handler that reads it between two instructions restores once too often,
    /// which does no harm.
    nonisolated(unsafe) private static var isTaken = false

    /// Remembers how the terminal is; false when it is none.
    static func remember() -> Bool { tcgetattr(STDIN_FILENO, &saved) == 0 }

    /// Takes the terminal.
    static func enter() {
        var raw = saved
        cfmakeraw(&raw)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw)
        isTaken = true
        _ = TerminalWriter.write(enterBytes)
    }

    /// Gives the terminal back. Safe in a signal handler, and safe to repeat.
    static func leave() {
        guard isTaken else { return }
        isTaken = false
        write(STDOUT_FILENO, leaveText.utf8Start, leaveText.utf8CodeUnitCount)
        tcsetattr(STDIN_FILENO, TCSANOW, &saved)
    }

    /// How large the terminal is now.
    static func size() -> Size {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
            return Size(rows: 24, columns: 80)
        }
        return Size(rows: Int(size.ws_row), columns: Int(size.ws_col))
    }
}

/// Writes to the terminal until all is written.
enum TerminalWriter {
    /// False when the terminal is gone.
    static func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var out = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
                poll(&out, 1, 1000)
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }
}

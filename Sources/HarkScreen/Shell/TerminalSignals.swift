import Foundation

/// The signals that concern a full screen: as bytes in a pipe that the screen's thread reads, but for those that end the
/// program on the spot, before which the terminal is given back.
enum TerminalSignals {
    /// What woke the screen's thread.
    enum Wake: Hashable {
        case mail
        case resized
        case continued
        case suspend
        /// Asked to end, by this signal.
        case ended(Int32)
    }

    private static let endings = [SIGINT, SIGTERM, SIGHUP]
    private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGABRT, SIGFPE, SIGTRAP]
    /// An end that does not come by itself is forced after this.
    private static let patience: UInt32 = 3

    /// Both ends of the pipe; made once, before any handler is installed.
    nonisolated(unsafe) private static var ends: [Int32] = [-1, -1]
    /// The writing end again: a handler reads no array.
    nonisolated(unsafe) private static var wakeEnd: Int32 = -1
    /// What was installed before, by signal: a crash is handed on to it.
    nonisolated(unsafe) private static var before = Array(repeating: sigaction(), count: 65)

    /// Makes the pipe and installs the handlers; returns the end to poll, or nil when the system refuses.
    static func install() -> Int32? {
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        wakeEnd = ends[1]
        for number in [SIGWINCH, SIGCONT, SIGTSTP] + endings {
            on(number) { number in
                let mark = errno
                var byte = UInt8(truncatingIfNeeded: number)
                write(TerminalSignals.wakeEnd, &byte, 1)
                if number == SIGTERM || number == SIGHUP { alarm(TerminalSignals.patience) }
                errno = mark
            }
        }
        on(SIGALRM) { _ in
            TerminalModes.leave()
            _exit(128 + SIGTERM)
        }
        for number in crashes {
            on(number) { number in
                TerminalModes.leave()
                sigaction(number, &TerminalSignals.before[Int(number)], nil)
                raise(number)
            }
        }
        atexit { TerminalModes.leave() }
        return ends[0]
    }

    /// Puts back what was there before.
    static func remove() {
        alarm(0)
        for number in [SIGWINCH, SIGCONT, SIGTSTP, SIGALRM] + endings + crashes {
            sigaction(number, &before[Int(number)], nil)
        }
    }

    /// Wakes the thread because of mail.
    static func wake() {
        var byte: UInt8 = 0
        write(wakeEnd, &byte, 1)
    }

    /// What has woken the thread since it last asked.
    static func wakes() -> Set<Wake> {
        var buffer = [UInt8](repeating: 0, count: 256)
        var wakes: Set<Wake> = []
        while case let count = read(ends[0], &buffer, buffer.count), count > 0 {
            for byte in buffer.prefix(count) { wakes.insert(wake(Int32(byte))) }
        }
        return wakes
    }

    private static func wake(_ number: Int32) -> Wake {
        switch number {
        case 0: .mail
        case SIGWINCH: .resized
        case SIGCONT: .continued
        case SIGTSTP: .suspend
        default: .ended(number)
        }
    }

    /// Stops the program as Ctrl-Z does, and returns when it goes on.
    static func stop() {
        var mine = sigaction()
        sigaction(SIGTSTP, &before[Int(SIGTSTP)], &mine)
        raise(SIGTSTP)
        sigaction(SIGTSTP, &mine, nil)
    }

    private static func on(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = SA_RESTART
        sigaction(number, &action, &before[Int(number)])
    }
}

import Foundation

/// A command that is run to its end with its output thrown away, and timed by a clock that nobody sets. It is started as a
/// shell starts it, without the threads and pipes that Foundation's `Process` puts around a child.
struct TimedCommand {
    /// Why a time does not count.
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    private let program: String
    private let arguments: [String]
    private let environment: [String]

    init(_ program: String, _ arguments: [String], _ environment: [String: String] = [:]) {
        self.program = program
        self.arguments = [program] + arguments
        // A person's own server and key are not what is measured.
        let own = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("HARK_") }
        self.environment = own.merging(environment) { $1 }.map { "\($0)=\($1)" }
    }

    /// Seconds from its start to its end.
    func run() throws -> Double {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        let words = arguments.map { strdup($0) } + [nil]
        let settings = environment.map { strdup($0) } + [nil]
        defer { for text in words + settings { free(text) } }
        var process = pid_t()
        var status: Int32 = 0
        let began = Stopwatch.now
        let code = posix_spawn(&process, program, &actions, nil, words, settings)
        guard code == 0 else {
            throw Failed(description: "\(program) cannot be started: \(String(cString: strerror(code)))")
        }
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let seconds = Stopwatch.now - began
        guard status == 0 else { throw Failed(description: "\(arguments.joined(separator: " ")) ended with \(status)") }
        return seconds
    }
}

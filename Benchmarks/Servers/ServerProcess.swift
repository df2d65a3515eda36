import Foundation

/// A server as a child process, with what the kernel says of it.
final class ServerProcess {
    /// Why a server is of no use.
    struct NotReady: Error, CustomStringConvertible {
        let description: String
    }

    let port: Int
    /// Seconds from the start of the process to the first 200 of /readyz.
    private(set) var secondsToReady = 0.0
    private let process = Process()

    /// Starts a program and waits until it is ready.
    ///
    /// - Parameters:
    ///   - program: The binary.
    ///   - arguments: Its arguments.
    ///   - port: Where it will listen.
    ///   - log: The file that takes what it writes.
    ///   - environment: What it gets beside our own environment.
    /// - Throws: ``NotReady`` with the end of the log.
    init(
        _ program: String,
        _ arguments: [String],
        port: Int,
        log: String,
        environment: [String: String] = [:]
    ) async throws {
        self.port = port
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        try Data().write(to: URL(fileURLWithPath: log))
        let output = FileHandle(forWritingAtPath: log) ?? .nullDevice
        process.standardOutput = output
        process.standardError = output
        let began = Stopwatch.now
        try process.run()
        while !isReady {
            guard process.isRunning, Stopwatch.now - began < 60 else {
                stop()
                let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
                throw NotReady(description: "\(program) \(arguments[0]) did not become ready: \(words.suffix(500))")
            }
            try await Task.sleep(for: .milliseconds(1))
        }
        secondsToReady = Stopwatch.now - began
    }

    deinit { stop() }

    /// Ends the process and waits for it.
    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }

    /// Seconds of CPU the process has used.
    var cpuSeconds: Double { ProcessTable.cpuSeconds(of: Int(process.processIdentifier)) }

    /// Memory it holds, in MB.
    var residentMegabytes: Double { ProcessTable.residentMegabytes(of: Int(process.processIdentifier)) }

    private var isReady: Bool {
        guard var connection = try? Connection(port: port) else { return false }
        let request = "GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        return (try? connection.exchange(Array(request.utf8))) == 200
    }
}

import Foundation
import HarkCore

/// `hark serve` as a child of the demo.
final class ServerProcess: Sendable {
    let origin: String
    /// Ends when the process has, with its exit status.
    let ended: Task<Int32, Never>

    private let process: Process
    private let log: String

    /// Starts the server and returns at once.
    init(_ program: Program, _ folder: DemoFolder, port: Int) throws {
        origin = "http://127.0.0.1:\(port)"
        log = folder.log
        process = program.process(["serve", "--config", folder.configuration], [:])
        try folder.write("", to: folder.log)
        let file = try FileHandle(forWritingTo: URL(filePath: folder.log))
        process.standardOutput = file
        process.standardError = file
        let (statuses, tell) = AsyncStream<Int32>.makeStream()
        ended = Task {
            for await status in statuses { return status }
            return 1
        }
        process.terminationHandler = { process in
            tell.yield(process.terminationStatus)
            tell.finish()
        }
        try process.run()
    }

    /// Returns when the server takes deliveries.
    func ready(over transport: any Transport) async throws {
        let request = HTTPRequest(url: origin + "/readyz", timeout: .seconds(2))
        for _ in 0..<200 {
            if let answer = try? await transport.send(request), answer.status == 200 { return }
            guard process.isRunning else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        throw DemoFailure("hark serve did not become ready; \(log) says:\n\(said.suffix(2000))")
    }

    /// Asks the server to finish and waits until it has. Returns the exit status.
    func stop() async -> Int32 {
        if process.isRunning { process.terminate() }
        return await ended.value
    }
}

import Foundation

/// The `hark` binary that was built beside this one.
struct Program {
    let path: String

    init() throws(DemoFailure) {
        // As it was typed: `.build/release` is a link that people know.
        path =
            URL(filePath: CommandLine.arguments[0]).standardizedFileURL
            .deletingLastPathComponent().appending(path: "hark").path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw DemoFailure("\(path) is not there; `make demo` builds it")
        }
    }

    /// Runs a command and returns what it wrote. Throws what it complained about when it fails.
    func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> String {
        let process = process(arguments, environment)
        let (output, complaints) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = complaints
        let status = try await finish(process)
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        guard status == 0 else {
            let complaint = String(decoding: try complaints.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            throw DemoFailure("hark \(arguments.joined(separator: " ")) ended with \(status): \(complaint)")
        }
        return text
    }

    /// Runs a command whose output goes to the screen.
    func show(_ arguments: [String], environment: [String: String]) async throws {
        let status = try await finish(process(arguments, environment))
        guard status == 0 else { throw DemoFailure("hark \(arguments.joined(separator: " ")) ended with \(status)") }
    }

    /// A process that has not begun. Settings of the person's own `hark` are kept from it.
    func process(_ arguments: [String], _ environment: [String: String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let own = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("HARK_") }
        process.environment = own.merging(environment) { $1 }
        return process
    }

    private func finish(_ process: Process) async throws -> Int32 {
        try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
    }
}

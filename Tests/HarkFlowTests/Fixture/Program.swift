import Foundation

/// The `hark` binary that the build puts beside the test bundle.
enum Program {
    /// What a finished command left.
    struct Output {
        var status: Int32
        var text: String
        var complaint: String

        /// The output as JSON.
        func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
            guard let value = try? JSONDecoder().decode(type, from: Data(text.utf8)) else {
                throw FlowFailure("status \(status), no \(type): \(text)\(complaint)")
            }
            return value
        }
    }

    static let path =
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "hark").path

    /// The package's root: the shipped keyword tables are there.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// A process that has not begun. Settings of the person's own `hark` are kept from it.
    static func process(_ arguments: [String], _ environment: [String: String]) throws -> Process {
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw FlowFailure("\(path) is not there; build the whole package first")
        }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let own = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("HARK_") }
        process.environment = own.merging(environment) { $1 }
        return process
    }

    /// Runs a `hark` command to its end.
    static func run(
        _ arguments: [String],
        environment: [String: String],
        scratch: String
    ) async throws -> Output {
        try await run(process(arguments, environment), scratch: scratch)
    }

    /// Runs any process to its end. Its output goes through files, because a pipe holds only so much.
    static func run(_ process: Process, scratch: String) async throws -> Output {
        let name = scratch + "/" + UUID().uuidString
        for part in [".out", ".err"] { try Data().write(to: URL(filePath: name + part)) }
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: name + ".out"))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: name + ".err"))
        let status: Int32 = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
        func text(_ part: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(filePath: name + part)), as: UTF8.self)
        }
        return Output(status: status, text: try text(".out"), complaint: try text(".err"))
    }
}

/// What keeps a flow from going on.
struct FlowFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

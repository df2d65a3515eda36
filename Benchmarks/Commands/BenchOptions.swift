import ArgumentParser
import Foundation

/// What every measurement needs to know.
struct BenchOptions: ParsableArguments {
    @Option(help: "The hark binary; by default the one beside hark-bench.")
    var hark: String?

    @Option(help: "The folder whose rules, teams, policies and keywords are used.")
    var config = "Config"

    @Option(help: "Where databases and configurations are written; removed afterwards.")
    var folder = NSTemporaryDirectory()

    @Flag(help: "End with 1 when a goal is missed.")
    var check = false

    /// The binary to measure. Throws when there is none.
    func binary() throws -> String {
        let path = hark ?? URL(fileURLWithPath: Self.ownPath).deletingLastPathComponent().path + "/hark"
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw ValidationError(
                "there is no hark binary at \(path); build it with: make release"
            )
        }
        return path
    }

    /// A new folder of this run, removed after the work.
    func withFolder<Result>(_ work: (String) async throws -> Result) async throws -> Result {
        let path = "\(folder)/hark-bench-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await work(path)
    }

    /// The path of this program.
    static var ownPath: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }
}

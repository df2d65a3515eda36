import Foundation

/// A folder with a configuration and a database of its own, and the hark that runs on it.
struct HarkHouse {
    /// Why there is no house.
    struct NotBuilt: Error, CustomStringConvertible {
        let description: String
    }

    let binary: String
    let folder: String
    var database: String { "\(folder)/hark.sqlite" }
    private var configuration: String { "\(folder)/Config/hark.yaml" }

    private static let secrets = [
        "BENCH_TOKEN": "bench-token", "BENCH_APP_SECRET": Webhooks.secret, "BENCH_VERIFY_TOKEN": "bench-verify",
    ]

    /// Lays out the folder: the team's rules, teams, policies and keywords, and one channel that receives.
    init(binary: String, folder: String, config: String) throws {
        self.binary = binary
        self.folder = folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: config, toPath: "\(folder)/Config")
        let channels = """
            channels:
              - id: bench
                network: messenger
                account: "\(Webhooks.page)"
                secrets:
                  token: env:BENCH_TOKEN
                  app_secret: env:BENCH_APP_SECRET
                  verify_token: env:BENCH_VERIFY_TOKEN

            """
        try channels.write(toFile: "\(folder)/Config/channels.yaml", atomically: true, encoding: .utf8)
        try writeServer(port: 0)
    }

    /// Starts `hark serve` and waits until it is ready.
    func start() async throws -> ServerProcess {
        let port = FreePort.find()
        try writeServer(port: port)
        return try await ServerProcess(
            binary,
            ["serve", "--config", configuration, "--log-level", "error"],
            port: port,
            log: "\(folder)/server.log",
            environment: Self.secrets
        )
    }

    /// A new key, written into the database.
    func token() throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = ["token", "create", "bench", "--role", "agent", "--config", configuration]
        process.environment = ProcessInfo.processInfo.environment.merging(Self.secrets) { $1 }
        process.standardOutput = output
        let log = "\(folder)/token.log"
        try Data().write(to: URL(fileURLWithPath: log))
        process.standardError = FileHandle(forWritingAtPath: log)
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let token = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard process.terminationStatus == 0, !token.isEmpty else {
            let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            throw NotBuilt(description: "hark token create ended with \(process.terminationStatus): \(words)")
        }
        return token
    }

    private func writeServer(port: Int) throws {
        let text = "listen: 127.0.0.1:\(port)\ndatabase: \(database)\nkeywords: keywords\n"
        try text.write(toFile: configuration, atomically: true, encoding: .utf8)
    }
}

import Foundation
import HarkCore

/// Starts the server again and again on an empty and on a filled database, in turns.
struct StartMeasurement {
    let options: BenchOptions
    let start: StartOptions

    private static let startLimit = 0.3
    private static let memoryLimit = 60.0

    func run() async throws -> [Goal] {
        let binary = try options.binary()
        return try await options.withFolder { folder in
            Screen.say("\nstart: from the process's start to the first 200 of /readyz, \(start.starts) starts each")
            let empty = try HarkHouse(binary: binary, folder: "\(folder)/empty", config: options.config)
            let filled = try HarkHouse(binary: binary, folder: "\(folder)/filled", config: options.config)
            let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
            try await InboxSeed(count: start.filled, now: now).fill(filled.database)
            var (emptyTimes, filledTimes): ([Double], [Double]) = ([], [])
            for _ in 0..<start.starts {
                emptyTimes.append(try await secondsToReady(empty))
                filledTimes.append(try await secondsToReady(filled))
            }
            Screen.say(Figures.row(["empty database", milliseconds(Figures.median(emptyTimes))]))
            Screen.say(Figures.row(["\(start.filled) conversations", milliseconds(Figures.median(filledTimes))]))
            let memory = try await idleMemory(filled)
            Screen.say(Figures.row(["RSS after \(start.idleSeconds) s idle", Figures.text(memory, 1) + " MB"]))
            return goals(Figures.median(filledTimes), memory)
        }
    }

    private func goals(_ seconds: Double, _ memory: Double) -> [Goal] {
        [
            Goal(
                name: "start to ready, filled",
                figure: milliseconds(seconds),
                bound: "under 300 ms",
                isMet: seconds < Self.startLimit
            ),
            Goal(
                name: "idle memory",
                figure: Figures.text(memory, 1) + " MB",
                bound: "under 60 MB",
                isMet: memory > 0 && memory < Self.memoryLimit
            ),
        ]
    }

    private func secondsToReady(_ house: HarkHouse) async throws -> Double {
        let server = try await house.start()
        server.stop()
        return server.secondsToReady
    }

    private func idleMemory(_ house: HarkHouse) async throws -> Double {
        let server = try await house.start()
        defer { server.stop() }
        try await Task.sleep(for: .seconds(start.idleSeconds))
        return server.residentMegabytes
    }

    private func milliseconds(_ seconds: Double) -> String { Figures.text(seconds * 1000) + " ms" }
}

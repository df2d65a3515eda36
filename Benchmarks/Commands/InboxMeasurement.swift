import Foundation
import HarkCore

/// Asks two servers, one with a small and one with a large inbox, for the first page in turns.
struct InboxMeasurement {
    let options: BenchOptions
    let inbox: InboxOptions

    private static let connections = 2
    private static let turns = 2
    private static let secondsATurn = 20.0

    /// Why the figures do not count.
    struct Untrue: Error, CustomStringConvertible {
        let description: String
    }

    func run() async throws -> [Goal] {
        let binary = try options.binary()
        return try await options.withFolder { folder in
            Screen.say("\ninbox: first page of 50, \(Self.connections) connections, \(Self.turns) turns")
            let small = try await ready(inbox.small, binary, "\(folder)/small")
            let large = try await ready(inbox.large, binary, "\(folder)/large")
            var times: [[Double]] = [[], []]
            for turn in 0..<Self.turns {
                for index in turn.isMultiple(of: 2) ? [0, 1] : [1, 0] {
                    times[index] += try await ask(index == 0 ? small : large)
                }
            }
            Screen.say(Figures.row(["conversations", "p50 ms", "p99 ms"]))
            for (size, latencies) in zip([inbox.small, inbox.large], times) {
                Screen.say(Figures.row(["\(size)", text(latencies, 0.5), text(latencies, 0.99)]))
            }
            let ratio = Figures.quantile(times[1], 0.5) / Figures.quantile(times[0], 0.5)
            return [
                Goal(
                    name: "inbox page, large beside small",
                    figure: Figures.text(ratio, 2) + "×",
                    bound: "at most 2×",
                    isMet: ratio <= 2
                )
            ]
        }
    }

    private func ready(_ count: Int, _ binary: String, _ folder: String) async throws -> Subject {
        let house = try HarkHouse(binary: binary, folder: folder, config: options.config)
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let began = Stopwatch.now
        try await InboxSeed(count: count, now: now).fill(house.database)
        Screen.say("seeded \(count) conversations in \(Figures.text(Stopwatch.now - began, 1)) s")
        let token = try house.token()
        return Subject(server: try await house.start(), token: token)
    }

    /// A server and the key to it.
    private struct Subject {
        var server: ServerProcess
        var token: String

        var request: [UInt8] {
            Array(
                """
                GET /api/v1/conversations?limit=50 HTTP/1.1\r
                Host: 127.0.0.1\r
                Authorization: Bearer \(token)\r
                \r

                """.utf8
            )
        }
    }

    private func ask(_ subject: Subject) async throws -> [Double] {
        let requests = [[UInt8]](repeating: subject.request, count: inbox.pages)
        let load = Load(port: subject.server.port, connections: Self.connections, seconds: Self.secondsATurn)
        _ = await load.run(requests.prefix(20))
        let outcome = await load.run(requests[...])
        guard outcome.failures == 0, !outcome.latencies.isEmpty else {
            throw Untrue(description: "\(outcome.failures) of \(inbox.pages) pages were refused")
        }
        return outcome.latencies
    }

    private func text(_ latencies: [Double], _ share: Double) -> String {
        Figures.text(Figures.quantile(latencies, share) * 1000, 2)
    }
}

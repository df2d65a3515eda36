import Foundation

/// Runs hark and the reference in turns, each on a database of its own, and compares round by round.
struct IntakeMeasurement {
    let options: BenchOptions
    let intake: IntakeOptions

    private static let warmUp = 500

    /// One server in one round.
    private struct Lap {
        var rate = 0.0
        var p50 = 0.0
        var p99 = 0.0
        var cpuPerMessage = 0.0
        var others = 0.0
        var rowsPerMessage = 0.0
    }

    private enum Contender: String {
        case hark, reference
    }

    /// Why a lap does not count.
    struct Untrue: Error, CustomStringConvertible {
        let description: String
    }

    func run() async throws -> [Goal] {
        let binary = try options.binary()
        Screen.say(
            "intake: signed 2 KB webhooks, \(intake.connections) connections, synchronous=FULL, \(intake.rounds) rounds"
        )
        Screen.say(Figures.row(["", "msgs/s", "p50 ms", "p99 ms", "CPU ms/msg", "rows/msg", "others", "fsync ms"]))
        var laps: [Contender: [Lap]] = [:]
        for round in 1...intake.rounds {
            let order: [Contender] = round.isMultiple(of: 2) ? [.reference, .hark] : [.hark, .reference]
            for contender in order {
                let fsync = try DiskProbe.medianMilliseconds(in: options.folder)
                let lap = try await options.withFolder {
                    try await self.lap(contender, binary, $0, seed: UInt64(round))
                }
                laps[contender, default: []].append(lap)
                Screen.say(line("\(round) \(contender.rawValue)", lap, fsync: fsync))
            }
        }
        let (hark, reference) = (laps[.hark] ?? [], laps[.reference] ?? [])
        Screen.say(line("median hark", median(hark)))
        Screen.say(line("median reference", median(reference)))
        return goals(hark, reference)
    }

    private func goals(_ hark: [Lap], _ reference: [Lap]) -> [Goal] {
        let rates = zip(hark, reference).map { $0.rate / $1.rate }
        let work = zip(hark, reference).map { $0.cpuPerMessage / $1.cpuPerMessage }
        Screen.say("hark/reference by round: " + rates.map { Figures.percent($0) }.joined(separator: ", "))
        let (rate, cpu) = (Figures.median(rates), Figures.median(work))
        return [
            Goal(
                name: "intake beside the reference",
                figure: Figures.percent(rate),
                bound: "at least 60 %",
                isMet: rate >= 0.6
            ),
            Goal(
                name: "CPU per message beside the reference",
                figure: Figures.text(cpu, 2) + "×",
                bound: "at most 1.7×",
                isMet: cpu <= 1.7
            ),
        ]
    }

    private func lap(_ contender: Contender, _ binary: String, _ folder: String, seed: UInt64) async throws -> Lap {
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        let requests = Webhooks.requests(count: intake.webhooks + Self.warmUp, saidAt: now, seed: seed)
        let (server, database) = try await start(contender, binary, folder)
        defer { server.stop() }
        let connections = intake.connections
        let warm = await Load(port: server.port, connections: connections, seconds: 10).run(
            requests.prefix(Self.warmUp)
        )
        let (cpu, busy) = (server.cpuSeconds, ProcessTable.busySeconds)
        let own = ProcessTable.cpuSeconds(of: Int(ProcessInfo.processInfo.processIdentifier))
        let outcome = await Load(port: server.port, connections: connections, seconds: Double(intake.seconds))
            .run(requests.dropFirst(Self.warmUp))
        let used = server.cpuSeconds - cpu
        let ours = used + ProcessTable.cpuSeconds(of: Int(ProcessInfo.processInfo.processIdentifier)) - own
        var lap = Lap(
            rate: outcome.rate,
            p50: outcome.milliseconds(0.5),
            p99: outcome.milliseconds(0.99),
            cpuPerMessage: used * 1000 / Double(max(outcome.latencies.count, 1)),
            others: ProcessTable.othersShare(
                busy: ProcessTable.busySeconds - busy,
                ours: ours,
                seconds: outcome.seconds
            )
        )
        server.stop()
        let stored = try StoredRows(database)
        let acknowledged = warm.latencies.count + outcome.latencies.count
        let failures = warm.failures + outcome.failures
        // A fast answer counts only when what it acknowledged is there.
        guard stored.messages == acknowledged, failures == 0, acknowledged > 0 else {
            throw Untrue(description: "\(acknowledged) acknowledged, \(failures) failed, but \(stored.messages) stored")
        }
        lap.rowsPerMessage = Double(stored.all) / Double(acknowledged)
        return lap
    }

    private func start(
        _ contender: Contender,
        _ binary: String,
        _ folder: String
    ) async throws -> (ServerProcess, database: String) {
        switch contender {
        case .hark:
            let house = try HarkHouse(binary: binary, folder: folder, config: options.config)
            return (try await house.start(), house.database)
        case .reference:
            let (port, database) = (FreePort.find(), "\(folder)/reference.sqlite")
            let arguments = ["reference", "--port", "\(port)", "--database", database]
            return (
                try await ServerProcess(BenchOptions.ownPath, arguments, port: port, log: "\(folder)/server.log"),
                database
            )
        }
    }

    private func median(_ laps: [Lap]) -> Lap {
        Lap(
            rate: Figures.median(laps.map(\.rate)),
            p50: Figures.median(laps.map(\.p50)),
            p99: Figures.median(laps.map(\.p99)),
            cpuPerMessage: Figures.median(laps.map(\.cpuPerMessage)),
            others: Figures.median(laps.map(\.others)),
            rowsPerMessage: Figures.median(laps.map(\.rowsPerMessage))
        )
    }

    private func line(_ name: String, _ lap: Lap, fsync: Double? = nil) -> String {
        Figures.row([
            name, Figures.text(lap.rate), Figures.text(lap.p50, 1), Figures.text(lap.p99, 1),
            Figures.text(lap.cpuPerMessage, 3), Figures.text(lap.rowsPerMessage, 2), Figures.percent(lap.others),
            fsync.map { Figures.text($0, 2) } ?? "",
        ])
    }
}

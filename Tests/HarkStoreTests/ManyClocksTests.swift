import Foundation
import HarkCore
import HarkSQLite
import HarkTesting
import Testing

/// Many open clocks on real time: how long after its deadline a breach and its mail are on the disk.
/// `HARK_CLOCKS=100000` opens that many.
struct ManyClocksTests {
    private static let due = 200

    private struct RealTime: WallClock {
        var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
    }

    @Test func aBreachIsOnTheDiskWithinSeconds() async throws {
        let count = ProcessInfo.processInfo.environment["HARK_CLOCKS"].flatMap { Int($0) } ?? 2000
        let folder = try ScratchFolder()
        let store = try SQLiteStore(path: folder.path("clocks.sqlite"))
        let clock = RealTime()
        let running = Running(Brand().setup)
        let keeper = Timekeeper(store: store, running: running, clock: clock)
        _ = try await keeper.tick()
        let deadline = clock.now + .seconds(max(Int64(count) / 4000, 2))
        try await fill(store, count, deadline: deadline)
        var late: Span?
        while late == nil {
            let next = try await keeper.tick()
            let now = clock.now
            if try await breaches(store) >= Self.due { late = now - deadline }
            if let next, next > now { try await Task.sleep(for: .milliseconds((next - now).milliseconds)) }
        }
        let mails = try await store.counts().outbox[.queued] ?? 0
        print(
            "\(count) open clocks: \(Self.due) breaches and \(mails) mails on the disk \(late?.milliseconds ?? 0) ms after the deadline"
        )
        #expect(mails >= Self.due)
        #expect(late.map { $0 < .seconds(5) } == true)
        try store.close()
    }

    /// The metric `/metrics` tells: counted in the transaction of the breach.
    private func breaches(_ store: SQLiteStore) async throws -> Int {
        Int(try await store.counts().breaches[.firstResponse] ?? 0)
    }

    private func fill(_ store: SQLiteStore, _ count: Int, deadline: Instant) async throws {
        for start in stride(from: 0, to: count, by: 1000) {
            try await store.write { ledger in
                for number in start..<min(start + 1000, count) {
                    let due = number < Self.due ? deadline : deadline + .hours(1) + .seconds(Int64(number))
                    try ledger.apply(Self.open(number, due: due, ledger))
                }
            }
        }
    }

    private static func open(_ number: Int, due: Instant, _ ledger: any Ledger) throws -> Filing {
        let id = try ledger.reserveConversation()
        let began = due - .hours(1)
        var filing = Filing()
        filing.conversations = [
            Conversation(
                id: id,
                channel: Brand.channel.id,
                network: Brand.channel.network,
                key: .person("c\(number)"),
                kind: .direct,
                isPrivate: true,
                team: "support",
                createdAt: began,
                lastMessageAt: began,
                waitingSince: began,
                dueAt: due
            )
        ]
        filing.clocks = [
            Clock(
                id: try ledger.reserveClock(),
                conversation: id,
                metric: .firstResponse,
                policy: "standard",
                target: .init(span: .hours(1), hours: .calendar),
                team: "support",
                startedAt: began,
                runningSince: began,
                dueAt: due,
                escalated: 1,
                wakesAt: due
            )
        ]
        return filing
    }
}

import Foundation
import GRDB
import HarkCore
import HarkFakes
import HarkTesting
import Testing

extension Flows {
    /// Many open clocks on real time: how long after the common deadline of some the breaches and the outbox rows are on the
    /// disk, and how long after that the mails are gone. A storm of a thousand is one mail. `HARK_CLOCKS=100000` opens that many.
    @Suite(.serialized) struct ManyClocks {
        private static let count = ProcessInfo.processInfo.environment["HARK_CLOCKS"].flatMap { Int($0) } ?? 2000

        @Test(arguments: [(wait: 0, due: 50), (wait: 3, due: 1000)])
        func aBreachIsOnTheDiskAndItsMailGoneWithinSeconds(wait: Int, due: Int) async throws {
            let mails = wait == 0 ? due : 1
            let sink = try await SMTPSink.start()
            var files = ServiceFiles.messenger
            files.policy = "targets: {first_response: 1h}\n    escalate: [{at: breach, to: ana@acme.example}]"
            files.mail = "mail: {host: 127.0.0.1, port: \(sink.port), security: none, from: hark@acme.example}"
            files.alerts = "{group_wait: \(wait)s}"
            let service = try await Service.running(files)
            #expect(try await service.post(Messenger.message("mid.1", "Hello?", from: "7001", at: .present)) == 200)
            #expect(await service.terminate() == 0)

            let deadline = Instant.present + .seconds(5 + Int64(Self.count / 10_000))
            try await Self.multiply(service.database, due, deadline)
            try #require(Instant.present < deadline, "the clocks must be open before their deadline")
            try await service.start()
            let evidence = try Evidence(service.database)
            let onDisk = try await Self.moment("breaches", deadline) {
                let breaches = try await evidence.count("event WHERE kind = 'clock.breached'")
                let rows = try await evidence.count("outbox")
                return (breaches, rows) == (due, mails)
            }
            let open = try await evidence.count("clock WHERE state = 'running' AND breached_at IS NULL")
            let gone = try await Self.moment("mails", onDisk + .seconds(Int64(wait))) { sink.mails.count == mails }
            print(
                """
                \(open) open clocks, group_wait \(wait) s: \(due) breaches and \(mails) outbox rows on the disk \
                \((onDisk - deadline).milliseconds) ms after the deadline, the last mail gone \
                \((gone - onDisk).milliseconds - Int64(wait) * 1000) ms after that and the wait
                """
            )
            #expect(open >= Self.count - due)
            let told = sink.mails.map { Self.numbers(in: $0.message) }
            #expect(told.reduce(into: Set()) { $0.formUnion($1) }.count == due, "every breach is in a mail")
            #expect(onDisk - deadline < .seconds(5))
            #expect(gone - onDisk < .seconds(Int64(wait) + 5))
            #expect(await service.terminate() == 0)
            await sink.stop()
        }

        @Test func aChangedPromiseMovesEveryOpenDeadline() async throws {
            var files = ServiceFiles.messenger
            files.policy = "targets: {first_response: 1h}"
            let service = try await Service.running(files)
            #expect(try await service.post(Messenger.message("mid.1", "Hello?", from: "7001", at: .present)) == 200)
            #expect(await service.terminate() == 0)
            try await Self.multiply(service.database, 0, .present)
            try await service.start()
            let evidence = try Evidence(service.database)
            let began = Instant.present
            _ = try await service.reload { $0.policy = "targets: {first_response: 90m}" }
            let moved = try await eventually("the deadlines have moved", within: .seconds(240)) {
                try await evidence.rows("SELECT data FROM event WHERE kind = 'configuration.changed'") {
                    $0["data"] as String
                }.first { $0.contains("deadlines_moved") }
            }
            let took = (Instant.present - began).milliseconds
            print("\(Self.count) open clocks: all deadlines moved \(took) ms after SIGHUP")
            #expect(moved.contains("\"\(Self.count + 1)\""), "\(moved)")
            let held = try await evidence.count("clock WHERE target = 5400000 AND due_at = started_at + 5400000")
            #expect(held == Self.count + 1)
            #expect(await service.terminate() == 0)
        }

        @Test func aDeadlineThatPassesWhileAllAreReckonedAnewIsNotLate() async throws {
            var files = ServiceFiles.messenger
            files.policy = "targets: {first_response: 1h}"
            let service = try await Service.running(files)
            #expect(try await service.post(Messenger.message("mid.1", "Hello?", from: "7001", at: .present)) == 200)
            #expect(await service.terminate() == 0)
            let deadline = Instant.present + .seconds(6 + Int64(Self.count / 10_000))
            try await Self.multiply(service.database, 50, deadline)
            try await service.start()
            let evidence = try Evidence(service.database)
            _ = try await Self.moment("two seconds before", deadline) { Instant.present >= deadline - .seconds(2) }
            _ = try await service.reload { $0.policy = "targets: {first_response: 1h, resolution: 9d}" }
            let onDisk = try await Self.moment("breaches", deadline) {
                try await evidence.count("event WHERE kind = 'clock.breached'") == 50
            }
            let late = (onDisk - deadline).milliseconds
            print("\(Self.count) open clocks, reckoned anew meanwhile: 50 breaches on the disk \(late) ms late")
            #expect(late < 5000)
            #expect(await service.terminate() == 0)
        }

        /// The conversations that a mail's text names.
        private static func numbers(in message: String) -> Set<Substring> {
            let plain = message.replacing("=\r\n", with: "").components(separatedBy: "text/html").first ?? ""
            return Set(plain.split { $0 != "#" && !$0.isNumber }.filter { $0.hasPrefix("#") && $0.count > 1 })
        }

        /// When something is first seen to be so.
        private static func moment(
            _ what: String,
            _ start: Instant,
            _ look: () async throws -> Bool
        ) async throws -> Instant {
            let limit = Duration.milliseconds(max((start - .present).milliseconds, 0)) + .seconds(30)
            return try await eventually(what, within: limit) { try await look() ? Instant.present : nil }
        }

        /// Makes of the one conversation with its clock as many as are wanted; the first are due at the deadline, the others later.
        private static func multiply(_ path: String, _ due: Int, _ deadline: Instant) async throws {
            let (count, at) = (count, deadline.milliseconds)
            try await DatabaseQueue(path: path).write { database in
                let columns = try database.columns(in: "conversation").map(\.name)
                    .filter { !["id", "key", "due_at", "due_order"].contains($0) }.joined(separator: ", ")
                try database.execute(
                    sql: """
                        CREATE TEMP TABLE number AS WITH RECURSIVE n(id, due) AS (
                            SELECT 2, ? UNION ALL SELECT id + 1, ? + (id > ?) * (3600000 + id) FROM n WHERE id <= ?
                        ) SELECT id, due FROM n;
                        DELETE FROM clock WHERE metric <> 'first_response';
                        INSERT INTO conversation (id, key, due_at, due_order, \(columns))
                        SELECT number.id, 'p:c' || number.id, due, due, \(columns) FROM number
                        JOIN conversation ON conversation.id = 1;
                        INSERT INTO clock (conversation, metric, policy, target, hours, team, state, started_at, used,
                            running_since, due_at, escalated, wakes_at)
                        SELECT number.id, metric, policy, target, hours, team, state, due - target, used, due - target,
                            due, escalated, due FROM number JOIN clock ON clock.conversation = 1;
                        """,
                    arguments: [at, at, due, count]
                )
            }
        }
    }
}

extension Evidence {
    /// How many rows there are.
    func count(_ rows: String) async throws -> Int {
        try await self.rows("SELECT count(*) AS times FROM \(rows)") { $0["times"] as Int }.first ?? 0
    }
}

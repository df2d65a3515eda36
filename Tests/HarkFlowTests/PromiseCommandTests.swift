import Foundation
import HarkCore
import HarkFakes
import HarkTesting
import Testing

extension PatientFlows {
    /// The commands about promises, as people type them, on conversations of a real server.
    @Suite struct PromiseCommands {
        private static let policy = """
            targets: {first_response: 4h, resolution: 5d}
                escalate: [{at: 75%, to: ana@acme.example}, {at: breach, to: team}]
            """

        @Test func everyFigureTellsHowItCameAbout() async throws {
            let sink = try await SMTPSink.start()
            var files = ServiceFiles.messenger
            files.policy = Self.policy
            files.mail = "mail: {host: 127.0.0.1, port: \(sink.port), security: none, from: hark@acme.example}"
            let service = try await Service.running(files)
            // One has an hour left, one is late, and the network's window of the third closes in an hour.
            for (id, hours) in [("7001", 3), ("7002", 5), ("7003", 23)] {
                let body = Messenger.message("mid.\(id)", "Hello?", from: id, at: .present - .hours(Int64(hours)))
                #expect(try await service.post(body) == 200)
            }
            _ = try await eventually("three breached or warned") { sink.mails.count >= 6 ? true : nil }
            try await Self.radar(service)
            try await Self.why(service)
            try await Self.whatIf(service)
            try await Self.agents(service)
            try await Self.withoutAServer(service)
            let windows = sink.mails.filter { $0.message.contains("reply window") || $0.message.contains("no longer") }
            #expect(!windows.isEmpty, "the window that closes is told:\n\(sink.mails.map(\.message).joined())")
            #expect(await service.terminate() == 0)
            await sink.stop()
        }

        private static func radar(_ service: Service) async throws {
            let soon = try await service.hark("radar", "--within", "2h", "--exit-code")
            #expect(soon.status == 1 && soon.text.contains("first response"), "\(soon.text)\(soon.complaint)")
            #expect(try await service.hark("radar", "--within", "1s", "--exit-code", "team:technik").status != 5)
            let later = try await service.hark("radar", "--within", "2h", "--json")
            #expect(later.status == 0, "\(later.complaint)")
        }

        private static func why(_ service: Service) async throws {
            let late = try await service.show(2)
            #expect(late.clocks.contains { $0.metric == .replyWindow && $0.dueAt != nil }, "a deadline beside ours")
            let told = try await service.hark("sla", "why", "2")
            #expect(told.status == 0)
            for word in [
                "first response", "started", "breached", "reply window", "resolution", "requester wait", "agent work",
            ] {
                #expect(told.text.contains(word), "“\(word)” is missing in:\n\(told.text)")
            }
        }

        private static func whatIf(_ service: Service) async throws {
            let before = try await service.hark("inbox", "--json").text
            let tomorrow = (Instant.present + .days(1)).description.prefix(10)
            let moved = try await service.hark("sla", "what-if", "--holiday", String(tomorrow))
            #expect(moved.status == 0 && moved.text.contains("resolution"), "\(moved.text)\(moved.complaint)")
            let policy = service.folder.path("other.yaml")
            try "policies: [{name: everything, targets: {first_response: 8h}}]\n".write(
                toFile: policy,
                atomically: true,
                encoding: .utf8
            )
            let other = try await service.hark("sla", "what-if", "--policy", policy)
            #expect(other.status == 0 && other.text.contains("first response"), "\(other.text)\(other.complaint)")
            #expect(try await service.hark("inbox", "--json").text.count == before.count, "nothing was changed")
        }

        private static func agents(_ service: Service) async throws {
            let away = try await service.hark("availability", "away")
            #expect(away.status == 0 && away.text.contains("away"), "\(away.text)\(away.complaint)")
            let explained = try await service.hark("assign", "--explain", "1")
            #expect(explained.status == 0 && explained.text.contains("ana"), "\(explained.text)\(explained.complaint)")
        }

        private static func withoutAServer(_ service: Service) async throws {
            let due = try await service.hark(
                "sla",
                "due",
                "--calendar",
                "\(Program.root)/Config/teams.yaml",
                "--team",
                "care",
                "--start",
                "2026-12-23T16:30",
                "--target",
                "90m"
            )
            #expect(due.text == "2026-12-23T17:00:00.000Z\n", "\(due.text)\(due.complaint)")
            let suite = service.folder.path("cases.json")
            try """
            {"calendars": {"c": {"timezone": "UTC", "hours": {"mon": [["09:00", "17:00"]]}}}, "cases": [
            {"id": "one", "kind": "is_open", "source": "us", "calendar": "c", "at": "2026-11-23T10:00:00Z", "open": true},
            {"id": "two", "kind": "due", "source": "us", "calendar": "c", "start": "2026-11-23T16:00:00Z", "seconds": 3600,
             "due": "2026-11-30T09:00:00Z"}]}
            """.write(toFile: suite, atomically: true, encoding: .utf8)
            let cases = try await service.hark("sla", "cases", suite, "--json")
            let report = try cases.decoded(as: CaseReport.self)
            #expect(cases.status == 1 && report.agree == 1 && report.disagreements.map(\.id) == ["two"])
        }
    }
}

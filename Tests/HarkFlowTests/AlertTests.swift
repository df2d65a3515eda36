import Foundation
import HarkCore
import HarkFakes
import HarkTesting
import Testing

extension PatientFlows {
    @Suite struct Alerts {
        private static let ladder = """
            targets: {first_response: 1h}
                escalate:
                  - {at: 75%, to: ana@acme.example}
                  - {at: breach, to: team}
                  - {at: breach+1h, to: boss@acme.example}
            """

        @Test func everyLevelOfABreachIsMailedOnceThroughABusyServerAndAKill() async throws {
            let sink = try await SMTPSink.start(accounts: ["hark@acme.example": "smtp-password"])
            sink.next(.answer(.data, "451 4.3.0 Try again later"))
            var files = ServiceFiles.messenger
            files.policy = Self.ladder
            files.mailPort = sink.port
            let service = try await Service.running(files)
            try await Self.ask(service, "mid.old", from: "7001")
            let breach = try await service.events(.clockBreached)
            #expect(breach.count == 1)
            #expect(try await service.inbox("is:breached").count == 1)

            // Two have left and are settled, the third was told to come again: then the process is killed.
            let evidence = try Evidence(service.database)
            _ = try await eventually("two mails") {
                try await evidence.outbox() == ["queued": 1, "sent": 2] ? true : nil
            }
            await service.kill()
            try await service.start()
            _ = try await eventually("the third mail") { try await evidence.outbox() == ["sent": 3] ? true : nil }

            // Whoever would come twice comes now, before those of the next breach.
            try await Self.ask(service, "mid.second", from: "7002")
            _ = try await eventually("six mails") { try await evidence.outbox() == ["sent": 6] ? true : nil }
            #expect(sink.mails.count == 6)
            let recipients = sink.mails.prefix(3).map(\.recipients).sorted { $0[0] < $1[0] }
            #expect(recipients == [["ana@acme.example"], ["boss@acme.example"], ["care@acme.example"]])
            #expect(sink.mails.allSatisfy { $0.account == "hark@acme.example" })
            try await Self.readStrictly(Array(sink.mails.prefix(3)), scratch: service.folder.url.path)
            await sink.stop()
        }

        /// A customer has waited for three hours already, by the network's own time.
        private static func ask(_ service: Service, _ id: String, from customer: String) async throws {
            let body = Messenger.message(id, "Hello? 🙁", from: customer, at: .present - .hours(3))
            #expect(try await service.post(body) == 200)
            _ = try await eventually("the breach of \(id)") {
                try await service.events(.alertQueued).count >= 3 ? true : nil
            }
        }

        private static func readStrictly(_ mails: [ReceivedMail], scratch: String) async throws {
            let read = try await StrictMail.read(mails, scratch: scratch)
            #expect(read.map(\.defects) == [[], [], []])
            #expect(Set(read.map(\.messageID)).count == 3)
            for mail in read {
                #expect(mail.messageID.hasPrefix("<") && mail.messageID.hasSuffix("@hark.acme.example>"))
                #expect(mail.automatic == "auto-generated")
                #expect(!mail.list.isEmpty)
                #expect(!mail.references.isEmpty)
            }
            #expect(Set(read.map(\.references)).count == 1, "one thread")
        }
    }
}

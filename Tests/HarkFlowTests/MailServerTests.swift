import Foundation
import GRDB
import HarkCore
import HarkTesting
import Testing

extension PatientFlows {
    /// Alerts through mail servers that are not ours.
    @Suite(.serialized) struct MailServers {
        private static let ladder = """
            targets: {first_response: 1h}
                escalate: [{at: breach, to: [ana@acme.example, nobody@acme.example]}]
            """

        @Test(.enabled(if: MailTools.hasPython, "needs python3 with aiosmtpd, and openssl"))
        func throughTroublesNothingIsLostOrDoubledAndRefusalsAreShown() async throws {
            let troubles = ["451 mail", "hang up", "450 recipient", "452 message", "hang up at message"]
            let office = try await PostOffice(strict: true, troubles: troubles)
            var files = ServiceFiles.messenger
            files.policy = Self.ladder
            files.mail = """
                mail: {host: 127.0.0.1, port: \(office.port), security: starttls, username: hark@acme.example, \
                password: env:SMTP_PASSWORD, from: hark@acme.example, ca_file: \(office.certificate)}
                """
            let service = try await Service.running(files)
            try await Self.ask(service, 10)
            _ = try await eventually("ten mails", within: .seconds(60)) { try office.taken().count >= 10 ? true : nil }
            let evidence = try Evidence(service.database)
            let settled = try await eventually("settled") {
                let outbox = try await evidence.outbox()
                return outbox["queued"] == nil ? outbox : nil
            }
            #expect(settled == ["sent": 10, "failed": 10])
            let taken = try office.taken()
            #expect(taken.allSatisfy { $0.tls && $0.account == "hark@acme.example" })
            #expect(taken.allSatisfy { $0.recipients == ["ana@acme.example"] && $0.sender.hasPrefix("hark+b-") })
            #expect(Set(taken.map(\.sender)).count == 10, "each bounce tells its mail")
            let mails = try await ReadMail.read(taken.map(\.file), scratch: service.folder.url.path)
            #expect(mails.flatMap(\.defects) == [])
            #expect(Set(mails.compactMap { $0.headers["message-id"] }).count == 10)
            #expect(Set(mails.compactMap { $0.headers["references"] }).count == 10)
            try await Self.expectDeadLetters(service)
            office.close()
        }

        /// Refusals for good are shown, and a second try is theirs who mended the address.
        private static func expectDeadLetters(_ service: Service) async throws {
            let failed = try await service.hark("alerts", "--failed", "--json")
            #expect(failed.status == 1)
            let mails = try failed.decoded(as: Service.Listed<FailedMail>.self).data
            #expect(mails.count == 10)
            #expect(mails.allSatisfy { $0.recipient == "nobody@acme.example" && $0.error.contains("550 5.1.1") })
            let doctor = try await service.hark("doctor", "--json")
            #expect(doctor.status == 1)
            let checks = try doctor.decoded(as: Service.Listed<DoctorCheck>.self).data
            #expect(checks.filter { !$0.ok }.map(\.name) == ["dead letters"])
            #expect(checks.contains { $0.name == "mail" && $0.ok }, "greeted over STARTTLS, logged in")
        }

        @Test(.enabled(if: MailTools.hasPython, "needs python3 with aiosmtpd, and openssl"))
        func aKillBetweenTheServersYesAndOurRecordRepeatsOnceWithTheSameMessageID() async throws {
            let office = try await PostOffice(troubles: ["silent"])
            var files = ServiceFiles.messenger
            files.policy = "targets: {first_response: 1h}\n    escalate: [{at: breach, to: ana@acme.example}]"
            files.mail = "mail: {host: 127.0.0.1, port: \(office.port), security: none, from: hark@acme.example}"
            let service = try await Service.running(files)
            try await Self.ask(service, 1)
            _ = try await eventually("the mail") { try office.taken().count == 1 ? true : nil }
            await service.kill()
            // The lease lets go two minutes later; the test lets go at once.
            try await DatabaseQueue(path: service.database).write { database in
                try database.execute(sql: "UPDATE outbox SET next_attempt_at = 0 WHERE state = 'queued'")
            }
            try await service.start()
            let evidence = try Evidence(service.database)
            _ = try await eventually("sent") { try await evidence.outbox() == ["sent": 1] ? true : nil }
            let mails = try await ReadMail.read(try office.taken().map(\.file), scratch: service.folder.url.path)
            #expect(mails.count == 2)
            #expect(Set(mails.compactMap { $0.headers["message-id"] }).count == 1)
            office.close()
        }

        @Test(
            .enabled(if: MailTools.hasOpenSMTPD, "needs OpenSMTPD and root"),
            .enabled(if: MailTools.hasNotmuch, "needs notmuch"),
            .enabled(if: MailTools.hasPython, "needs python3")
        )
        func inAMaildirEveryConversationIsOneThread() async throws {
            let box = try await Maildir()
            var files = ServiceFiles.messenger
            files.policy = """
                targets: {first_response: 1h}
                    escalate: [{at: 75%, to: ben@acme.example}, {at: breach, to: [ana@acme.example, team]}]
                """
            files.mail =
                "mail: {host: 127.0.0.1, port: \(box.port), security: none, from: hark@acme.example, language: de}"
            let service = try await Service.running(files)
            try await Self.ask(service, 20)
            let delivered = try await eventually("60 mails in the Maildir", within: .seconds(60)) {
                let files = try box.files()
                return files.count >= 60 ? files : nil
            }
            #expect(delivered.count == 60, "none is lost or doubled")
            let mails = try await ReadMail.read(delivered, scratch: service.folder.url.path)
            #expect(mails.flatMap(\.defects) == [])
            #expect(Set(mails.compactMap { $0.headers["message-id"] }).count == 60)
            #expect(mails.allSatisfy { $0.parts == ["text/plain", "text/html"] })
            #expect(mails.allSatisfy { $0.names.filter { ["bcc", "cc"].contains($0) }.isEmpty })
            #expect(try await box.threads() == 20)
            box.close()
        }

        /// Customers have waited for three hours already; what they call themselves and write is hostile.
        private static func ask(_ service: Service, _ count: Int) async throws {
            for number in 1...count {
                let text = "Hello?\r\nBcc: victim\(number)@y.example\r\n\r\n<script>x</script> 👩‍👩‍👧‍👦 \u{202E}"
                let body = Messenger.message("mid.\(number)", text, from: "70\(number)", at: .present - .hours(3))
                #expect(try await service.post(body) == 200)
            }
        }
    }
}

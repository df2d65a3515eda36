import Foundation
import GRDB
import HarkCore
import HarkFakes
import HarkTesting
import Testing

extension PatientFlows {
    @Suite(
        .enabled(
            if: Tools.dovecot != nil && Tools.notmuch != nil && Tools.python != nil && Tools.mayServeMail,
            "needs root, dovecot-imapd, notmuch and python3"
        )
    )
    struct Mailboxes {
        @Test func twoHundredMailsOfManyShapesArriveOnceThroughAKillAndANewNumbering() async throws {
            let dovecot = try await Dovecot()
            let sink = try await SMTPSink.start()
            let service = try await Service(Self.files(dovecot, sink))
            let mails = try await Mails.written(200, in: service.folder)
            try await dovecot.deliver(Array(mails.raw.prefix(120)))
            try await service.start()
            let evidence = try Evidence(service.database)
            _ = try await eventually("the first mails", within: .seconds(60)) {
                try await evidence.messages().count >= 40 ? true : nil
            }
            await service.kill()
            try await dovecot.deliver(Array(mails.raw.dropFirst(120)))
            try await service.start()
            _ = try await eventually("all mails", within: .seconds(90)) {
                try await evidence.messages().count >= 200 ? true : nil
            }
            let ids = mails.expected.map(\.id)
            #expect(try await evidence.order() == ids, "each once, in order")
            try await Self.compare(evidence.mails(), with: mails.expected)
            #expect(try dovecot.seen() == 0)

            try await dovecot.renumber()
            let late = Mails.plain(
                id: "late@customers.example",
                from: "ana@customers.example",
                subject: "Late",
                text: "I am late"
            )
            try await dovecot.deliver([late])
            _ = try await eventually("the mail after the new numbering", within: .seconds(90)) {
                try await evidence.messages()["late@customers.example"]
            }
            #expect(try await evidence.order() == ids + ["late@customers.example"])
            #expect(try await service.undecoded().isEmpty)
            await service.kill()
            #expect(try await evidence.complaints() == [])
            await dovecot.stop()
            await sink.stop()
        }

        @Test func anAnswerStandsInTheThreadAndWhatComesBackFindsIt() async throws {
            let dovecot = try await Dovecot()
            let sink = try await SMTPSink.start()
            let service = try await Service.running(Self.files(dovecot, sink))
            let question = Mails.plain(
                id: "q1@customers.example",
                from: "Ana <ana@customers.example>",
                subject: "Größe",
                text: "Where is it?"
            )
            try await dovecot.deliver([question])
            let asked = try await eventually("the question", within: .seconds(60)) { try await service.inbox().first }
            #expect(try await service.hark("reply", String(asked.id), "On its way – by Friday 🙂").status == 0)
            let letter = try await eventually("the answer", within: .seconds(60)) { sink.mails.first }
            #expect(letter.recipients == ["ana@customers.example"])
            try await Self.expectOneThread([question, Data(letter.message.utf8)], scratch: service.folder)

            let id = try #require(letter.message.firstMatch(of: /Message-ID: <(.+?)>/)).output.1
            let thanks = Mails.plain(
                id: "q2@customers.example",
                from: "ana@customers.example",
                subject: "Re: it",
                text: "Thanks!",
                answers: String(id)
            )
            try await dovecot.deliver([thanks, Mails.bounce(of: String(id))])
            let shown = try await eventually("the thanks and the bounce", within: .seconds(60)) {
                let shown = try await service.show(asked.id)
                return shown.messages.count == 3 && shown.messages.contains { $0.status == .failed } ? shown : nil
            }
            #expect(shown.messages.map(\.text).contains("Thanks!"))
            #expect(shown.messages.first { $0.status == .failed }?.statusReason?.contains("550 5.1.1") == true)
            #expect(try await service.inbox().count == 1, "one conversation")
            await service.kill()
            await dovecot.stop()
            await sink.stop()
        }

        private static func files(_ dovecot: Dovecot, _ sink: SMTPSink) -> ServiceFiles {
            var files = ServiceFiles(channels: [
                """
                - id: mail
                  network: email
                  account: \(Dovecot.user)
                  poll: 1s
                  backfill: all
                  settings: {imap: "imap://127.0.0.1:\(dovecot.port)", smtp: "smtp://127.0.0.1:\(sink.port)", name: Acme Support}
                  secrets: {password: env:IMAP_PASSWORD}
                """
            ])
            files.environment["IMAP_PASSWORD"] = Dovecot.password
            return files
        }

        private static func compare(_ found: [String: StoredMail], with expected: [Mails.Expected]) throws {
            var sets: Set<String> = []
            for mail in expected {
                let stored = try #require(found[mail.id])
                sets.insert(mail.charset)
                #expect(stored.text.inOneLine == mail.text.inOneLine, "\(mail.id) in \(mail.charset)")
                #expect(stored.subject == mail.subject, "\(mail.id)")
                #expect(stored.attachments == mail.attachments, "\(mail.id)")
                #expect(stored.parent == mail.parent, "\(mail.id)")
                #expect(stored.author.contains(mail.author), "\(mail.id)")
            }
            print("mails: \(expected.count) of \(sets.count) character sets, each once and as written")
        }

        /// What a mail program makes of the mails' ids and references.
        private static func expectOneThread(_ mails: [Data], scratch: ScratchFolder) async throws {
            let box = scratch.url.appending(path: "box")
            for name in ["cur", "new", "tmp"] {
                try FileManager.default.createDirectory(
                    at: box.appending(path: name),
                    withIntermediateDirectories: true
                )
            }
            for (number, mail) in mails.enumerated() { try mail.write(to: box.appending(path: "new/\(number).host")) }
            let configuration = "[database]\npath=\(box.path)\n[user]\nname=Test\nprimary_email=test@acme.example\n"
            try Data(configuration.utf8).write(to: scratch.url.appending(path: "notmuch"))
            let environment = ["NOTMUCH_CONFIG": scratch.path("notmuch")]
            let notmuch = Tools.notmuch ?? ""
            try await run(notmuch, ["new", "--quiet"], in: scratch.url.path, environment)
            func count(_ what: String) async throws -> String {
                try await run(notmuch, ["count", "--output=\(what)", "*"], in: scratch.url.path, environment)
                    .trimmingCharacters(in: .whitespacesAndNewlines)
            }
            #expect(try await count("messages") == String(mails.count))
            #expect(try await count("threads") == "1")
        }
    }
}

/// A mail as the database holds it.
struct StoredMail: Sendable {
    var text: String
    var subject: String?
    var attachments: Int
    var parent: String?
    var author: String
}

extension Evidence {
    /// The customers' messages by the network's id.
    func mails() async throws -> [String: StoredMail] {
        let rows = try await rows(
            """
            SELECT m.network_id, m.text, m.subject, json_array_length(coalesce(m.attachments, '[]')) AS attachments,
                   m.parent, p.identity
            FROM message m JOIN contact p ON p.id = m.contact
            """
        ) { row in
            (
                row["network_id"] as String,
                StoredMail(
                    text: row["text"],
                    subject: row["subject"],
                    attachments: row["attachments"],
                    parent: row["parent"],
                    author: row["identity"]
                )
            )
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}

extension String {
    /// The words with one space between them.
    fileprivate var inOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

import HarkCore
import HarkCurl
import HarkFakes
import Testing

/// Mail over a real socket to a server that can be told to make trouble.
@Suite(.timeLimit(.minutes(1)))
struct CurlMailerTests {
    private let transport = CurlTransport()
    private let mail = OutgoingMail(
        sender: "hark@brand.example",
        recipients: ["ana@brand.example", "leads@brand.example"],
        message: "Subject: x\r\n\r\nfirst\r\n.\r\n..two\r\n.end\r\nä\r\n"
    )

    private func mailer(_ port: Int, security: MailServer.Security = .none, password: String? = nil) -> CurlMailer {
        let server = MailServer(
            host: "127.0.0.1",
            port: port,
            security: security,
            username: password.map { _ in "hark" },
            password: password.map { Secret($0) },
            from: mail.sender
        )
        return CurlMailer(server, over: transport)
    }

    @Test func aMailArrivesAsItWasWrittenDotsIncluded() async throws {
        let sink = try await SMTPSink.start()
        try await mailer(sink.port).send(mail)
        try await mailer(sink.port).send(mail)
        #expect(sink.mails.count == 2)
        #expect(sink.mails.first?.sender == mail.sender)
        #expect(sink.mails.first?.recipients == mail.recipients)
        #expect(sink.mails.first?.message == mail.message)
        await sink.stop()
    }

    @Test(arguments: [SMTPFault.Stage.sender, .recipient, .data, .message])
    func a4xxIsTemporaryWhereverItComes(_ stage: SMTPFault.Stage) async throws {
        let sink = try await SMTPSink.start()
        sink.next(.answer(stage, "451 4.3.0 Come back \u{1B}[31mlater\u{7}"))
        let failure = await #expect(throws: MailFailure.self) { try await mailer(sink.port).send(mail) }
        #expect(failure == .temporary("127.0.0.1:\(sink.port) says: 451 4.3.0 Come back [31mlater"))
        #expect(sink.mails.isEmpty)
        try await mailer(sink.port).send(mail)
        #expect(sink.mails.count == 1)
        await sink.stop()
    }

    @Test(arguments: [SMTPFault.Stage.sender, .recipient, .data, .message])
    func a5xxIsPermanentWhereverItComes(_ stage: SMTPFault.Stage) async throws {
        let sink = try await SMTPSink.start()
        sink.next(.answer(stage, "550 5.1.1 No such person"))
        let failure = await #expect(throws: MailFailure.self) { try await mailer(sink.port).send(mail) }
        #expect(failure == .permanent("127.0.0.1:\(sink.port) says: 550 5.1.1 No such person"))
        #expect(sink.mails.isEmpty)
        await sink.stop()
    }

    @Test(arguments: [SMTPFault.Stage.sender, .recipient, .data, .message])
    func aHangUpIsTemporary(_ stage: SMTPFault.Stage) async throws {
        let sink = try await SMTPSink.start()
        sink.next(.hangUp(stage))
        let failure = await #expect(throws: MailFailure.self) { try await mailer(sink.port).send(mail) }
        guard case .temporary = failure else {
            Issue.record("expected temporary, got \(String(describing: failure))")
            return
        }
        #expect(sink.mails.isEmpty)
        await sink.stop()
    }

    @Test func anAccountLogsIn() async throws {
        let sink = try await SMTPSink.start(accounts: ["hark": "open sesame"])
        try await mailer(sink.port, password: "open sesame").send(mail)
        #expect(sink.mails.map(\.account) == ["hark"])
        await sink.stop()
    }

    @Test func aWrongPasswordIsPermanentAndNotShown() async throws {
        let sink = try await SMTPSink.start(accounts: ["hark": "open sesame"])
        let failure = await #expect(throws: MailFailure.self) {
            try await mailer(sink.port, password: "hush").send(mail)
        }
        guard case .permanent(let detail) = failure else {
            Issue.record("expected permanent, got \(String(describing: failure))")
            return
        }
        #expect(detail.contains("535") && !detail.contains("hush"))
        #expect(sink.mails.isEmpty)
        await sink.stop()
    }

    @Test func withoutSTARTTLSNothingLeavesWhereItIsRequired() async throws {
        let sink = try await SMTPSink.start()
        let failure = await #expect(throws: MailFailure.self) {
            try await mailer(sink.port, security: .starttls).send(mail)
        }
        guard case .temporary(let detail) = failure else {
            Issue.record("expected temporary, got \(String(describing: failure))")
            return
        }
        #expect(detail.contains("does not offer STARTTLS"))
        #expect(sink.mails.isEmpty)
        await sink.stop()
    }

    @Test func noServerIsTemporary() async throws {
        let server = try RawServer()
        server.stop()
        let failure = await #expect(throws: MailFailure.self) { try await mailer(server.port).send(mail) }
        guard case .temporary = failure else {
            Issue.record("expected temporary, got \(String(describing: failure))")
            return
        }
    }

    @Test(arguments: [
        "a@b\r\nRCPT TO:<x@y>", "a@b>\u{0}", "a@b> <c@d", "a b@c", "@b", "a@", "a", "", "a@b@c", "a@b\u{2028}",
        "a\u{202E}@b",
    ])
    func anAddressThatCouldSpeakSMTPIsRefusedBeforeAnythingIsSent(_ address: String) async throws {
        let sink = try await SMTPSink.start()
        var recipient = mail
        recipient.recipients.append(address)
        var sender = mail
        sender.sender = address
        for hostile in [recipient, sender] {
            let failure = await #expect(throws: MailFailure.self) { try await mailer(sink.port).send(hostile) }
            #expect(failure == .permanent("an address is not of the form name@host; nothing was sent"))
        }
        #expect(sink.mails.isEmpty)
        await sink.stop()
    }

    @Test func aMailToNobodyIsRefused() async throws {
        var mail = mail
        mail.recipients = []
        let failure = await #expect(throws: MailFailure.self) { try await mailer(1).send(mail) }
        #expect(failure == .permanent("the mail has no recipient"))
    }
}

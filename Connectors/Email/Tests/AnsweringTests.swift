import HarkCore
import HarkEmail
import Testing

struct AnsweringTests {
    private func letter(to question: String, _ text: String = "On its way – by Friday") throws -> OutgoingMail {
        let draft = try message(question)
        let target = Outgoing.Target(
            messageID: draft.id,
            kind: .email,
            isPrivate: true,
            visibility: nil,
            thread: draft.thread,
            author: draft.author,
            sentAt: draft.sentAt,
            context: draft.replyContext
        )
        let reply = Outgoing(id: "0123abcd", text: text, target: target, writtenAt: Instant("2026-11-21T10:00:00Z"))
        let request = try email.request(for: reply, channel: channel(["name": "Acme Größe"]))
        guard case .letter(let letter, let access) = request.mail else { throw DecodingFailure("no letter") }
        #expect(access.port == 587 && access.security == .starttls)
        #expect(
            try email.receipt(HTTPResponse(status: 250), for: reply, channel: channel()).messageID
                == "hark.0123abcd@acme.example"
        )
        return letter
    }

    @Test func anAnswerNamesWhatItAnswersAndTheWholeThread() throws {
        let question = """
            From: Ana <ana@far.example>
            Reply-To: orders@far.example
            Subject: Re: =?utf-8?Q?Gr=C3=B6=C3=9Fe?=
            Message-ID: <m3@far.example>
            References: <m1@far.example> <m2@far.example>

            x
            """
        let letter = try letter(to: question)
        #expect(letter.recipients == ["orders@far.example"])
        #expect(letter.message.contains("In-Reply-To: <m3@far.example>\r\n"))
        #expect(
            letter.message.replacing("\r\n ", with: " ").contains(
                "References: <m1@far.example> <m2@far.example> <m3@far.example>\r\n"
            )
        )
        #expect(letter.message.contains("Message-ID: <hark.0123abcd@acme.example>\r\n"))
        #expect(letter.message.contains("Date: Sat, 21 Nov 2026 10:00:00 +0000\r\n"))
        #expect(!letter.message.contains("Re: Re:"))
        #expect(try self.letter(to: question) == letter)
    }

    @Test func nothingThatAStrangerWroteBeginsAnotherHeader() throws {
        let question =
            "From: =?utf-8?Q?Ana=0D=0ABcc:_x@y.example?= <ana@far.example>\nSubject: =?utf-8?Q?a=0D=0ABcc:_x@y.example?=\n\nx"
        let letter = try letter(to: question, "line\r\n.\r\nQUIT")
        let header = letter.message.split(separator: "\r\n\r\n", maxSplits: 1)[0]
        #expect(!header.split(separator: "\r\n").contains { $0.lowercased().hasPrefix("bcc") })
    }

    @Test func aMailWithoutAnAddressCannotBeAnswered() {
        #expect(throws: ConnectorFailure.self) { try letter(to: "From: nobody\n\nx") }
    }

    @Test func aBounceOfOurAnswerIsItsFailureAndNoMessage() throws {
        let text = """
            From: MAILER-DAEMON@far.example
            Content-Type: multipart/report; boundary=b

            --b

            Sorry.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx

            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 no such user
            --b
            Content-Type: text/rfc822-headers

            Message-ID: <hark.0123abcd@acme.example>
            --b--
            """
        guard case .status(let report) = try read(text).change else {
            Issue.record("no report")
            return
        }
        #expect(report.id == "hark.0123abcd@acme.example")
        #expect(report.state == .failed)
        #expect(report.reason == "smtp; 550 no such user")
        // A sentence where fields belong, in a part of its own, as some servers write it.
        let wordy = text.replacing(
            "Content-Type: message/delivery-status",
            with: "Content-Type: message/delivery-status\n\n<u@far.example> takes none\n\n--b\n"
                + "Content-Type: message/delivery-status"
        )
        #expect(try read(wordy).change == read(text).change)
        guard case .message = try read(text.replacing("hark.0123abcd", with: "other")).change else {
            Issue.record("another's bounce is a message")
            return
        }
    }
}

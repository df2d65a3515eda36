import HarkCore
import HarkEmail
import Testing

struct ReadingTests {
    @Test(arguments: [
        ("=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        ("=?UTF-8?B?R3LDvA==?= =?UTF-8?B?w59l?=", "Grüße"),
        ("=?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=", "Grüße"),
        ("Re: =?iso-8859-1?Q?Gr=FC=DFe?= an alle", "Re: Grüße an alle"),
        ("=?koi8-r?B?8NLJ18XU?=", "Привет"),
        ("=?broken", "=?broken"),
        ("a =? b ?= c", "a =? b ?= c"),
    ])
    func aSubjectIsReadInWhateverWordsItTravels(_ field: String, _ meant: String) throws {
        #expect(try message("From: a@b.example\nSubject: \(field)\n\nx").subject == meant)
    }

    @Test(arguments: [
        ("Ana Lima <ana@Far.Example>", "ana@far.example", "Ana Lima"),
        ("\"Lima, Ana\" <ana@far.example>", "ana@far.example", "Lima, Ana"),
        ("ana@far.example (Ana Lima)", "ana@far.example", "Ana Lima"),
        ("=?utf-8?Q?=C3=81na?= <ana@far.example>", "ana@far.example", "Ána"),
        ("ana@far.example", "ana@far.example", nil),
        ("Team: ana@far.example, bob@far.example;", "ana@far.example", nil),
    ])
    func theAuthorIsWhoFromNames(_ field: String, _ address: String, _ name: String?) throws {
        let author = try #require(try message("From: \(field)\n\nx").author)
        #expect(author.id == address)
        #expect(author.name == name)
    }

    @Test(arguments: [
        ("Sat, 21 Nov 2026 10:00:00 +0100", "2026-11-21T09:00:00Z"),
        ("21 Nov 26 10:00 EST", "2026-11-21T15:00:00Z"),
        ("Sat, 21 Nov 2026 10:00:00 -0730 (somewhere)", "2026-11-21T17:30:00Z"),
        ("Saturday, 21-November-2026", "1970-01-01T00:00:00Z"),
        ("2026-11-21T10:00:00Z", "2026-11-21T10:00:00Z"),
        ("soon", "1970-01-01T00:00:00Z"),
    ])
    func theDateIsReadAsItIsWritten(_ field: String, _ meant: String) throws {
        #expect(try message("From: a@b.example\nDate: \(field)\n\nx").sentAt == Instant(meant))
    }

    @Test func flowedLinesAreOneParagraphAgainAndQuotesKeepTheirDepth() throws {
        let text =
            "From: a@b.example\nContent-Type: text/plain; format=flowed\n\nThis is one \nline.\n> and \n> a quote\n-- \nAna"
        #expect(try message(text).text == "This is one line.\n> and a quote\n-- \nAna")
    }

    @Test func aMailWithOnlyHTMLIsReadAsItsWords() throws {
        let html = """
            From: a@b.example
            Content-Type: text/html; charset=utf-8

            <html><head><style>p{}</style></head><body><!-- no --><p>Hello&nbsp;<b>there</b> &amp; you&#8217;re</p>
            <ul><li>one<li>two</ul><script>alert(1)</script>1 &lt; 2<br>end</body></html>
            """
        #expect(try message(html).text == "Hello there & you’re\n\n• one\n• two\n\n1 < 2\nend")
    }

    @Test func aFileNameIsReadInEveryWayItIsWritten() throws {
        for (field, meant) in [
            ("filename*0*=utf-8''Rechnung%20Gr%C3%B6; filename*1=\"sse.pdf\"", "Rechnung Grösse.pdf"),
            ("filename*=iso-8859-1'de'Gr%F6sse.pdf", "Grösse.pdf"),
            ("filename=\"=?utf-8?Q?Gr=C3=B6sse.pdf?=\"", "Grösse.pdf"),
            ("filename=\"a;b\\\"c.pdf\"", "a;b\"c.pdf"),
        ] {
            let text = """
                From: a@b.example
                Content-Type: multipart/mixed; boundary=x

                --x

                words
                --x
                Content-Type: application/pdf
                Content-Disposition: attachment; \(field)

                %PDF
                --x--
                """
            let draft = try message(text)
            #expect(draft.attachments.map(\.name) == [meant])
            #expect(draft.text == "words")
        }
    }

    @Test func partsWithinPartsEndSomewhereAndNothingIsTooBrokenToRead() throws {
        let deep = (0..<50).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined() + "\nwords"
        #expect(throws: Never.self) { try message("From: a@b.example\n" + deep) }
        for broken in [
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=never\n\nwords",
            "From: a@b.example\nContent-Type: text/plain; charset=nonsense\n\nwords",
            "From: a@b.example\nContent-Transfer-Encoding: moon\n\nwords",
            "From: a@b.example\nContent-Type: text\n\nwords",
            "From: a@b.example\nno header at all\n\nwords",
        ] {
            #expect(try message(broken).text?.hasSuffix("words") == true)
        }
    }

    @Test(arguments: [
        ("Auto-Submitted: auto-replied", true), ("Auto-Submitted: no", false), ("Precedence: bulk", true),
        ("List-Id: <x.example>", true), ("X-Auto-Response-Suppress: All", true), ("Return-Path: <>", true),
        ("X-Mailer: Whatever", false),
    ])
    func whatAMachineWroteIsMarked(_ field: String, _ isAutomatic: Bool) throws {
        #expect(try message("From: a@b.example\n\(field)\n\nx").isAutomatic == isAutomatic)
        #expect(try message("From: No-Reply@b.example\n\nx").isAutomatic)
    }

    @Test func whatWeWroteIsAnEchoAndAFormOfOursIsTheCustomers() throws {
        guard case .echo(let echo) = try read("From: support@acme.example\nTo: Ana <ana@far.example>\n\nx").change
        else {
            Issue.record("no echo")
            return
        }
        #expect(echo.recipient?.id == "ana@far.example")
        let form = "From: support@acme.example\nReply-To: ana@far.example\n\nx"
        #expect(try message(form).author?.id == "ana@far.example")
    }

    @Test func mailsWithoutAnIdAreTheSameOnlyWhenTheirBytesAre() throws {
        let one = try message("From: a@b.example\n\nx")
        #expect(try message("From: a@b.example\n\nx").id == one.id)
        #expect(try message("From: a@b.example\n\ny").id != one.id)
        let named = try message("From: a@b.example\nMessage-ID: <m@b.example>\n\nx")
        #expect(named.id == "m@b.example")
        #expect(try message("From: a@b.example\nMessage-ID: <m@b.example>\n\ny").otherID != named.otherID)
    }
}

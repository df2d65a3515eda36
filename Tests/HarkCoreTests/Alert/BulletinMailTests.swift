import Testing

@testable import HarkCore

/// The mail that tells people of a breach.
struct BulletinMailTests {
    @Test func theSameMailTriedAgainIsTheSameMailToAMailbox() throws {
        let first = Header.all(of: try Bulletin.sample.mail())
        let second = Header.all(of: try Bulletin.sample.mail(at: .present + .hours(1)))
        #expect(first["Message-ID"] == "<alert-5-1795336200000.hark@hark.example>")
        #expect(second["Message-ID"] == first["Message-ID"])
        #expect(first["Date"] == "Sun, 22 Nov 2026 09:35:00 +0000")
        #expect(second["Date"] == "Sun, 22 Nov 2026 10:35:00 +0000")
    }

    @Test func everyMailOfAConversationJoinsOneThread() throws {
        var warning = Bulletin.sample
        warning.item = .init(rawValue: 4)
        warning.group.level = 1
        warning.entries[0].alert.reason = .warning
        warning.reason = .warning
        let first = Header.all(of: try warning.mail())
        let second = Header.all(of: try Bulletin.sample.mail())
        #expect(first["Message-ID"] != second["Message-ID"])
        for name in ["Subject", "References", "In-Reply-To"] { #expect(first[name] == second[name]) }
        #expect(first["Subject"] == "[Hark #42] @ana@social.example, acme-social")
        #expect(first["References"] == "<conversation-42.hark@hark.example>")
        #expect(first["Importance"] == "normal" && second["Importance"] == "high")
    }

    @Test func aDigestHasAThreadOfItsOwnForEachTeamAndStep() throws {
        let headers = Header.all(of: try Bulletin.digest.mail())
        var fewer = Bulletin.digest
        fewer.entries.removeLast()
        fewer.item = .init(rawValue: 6)
        let later = Header.all(of: try fewer.mail())
        #expect(headers["Subject"] == "[Hark] support, step 2")
        #expect(headers["References"] == "<digest-f9069fa369f92078-2.hark@hark.example>")
        for name in ["Subject", "References", "In-Reply-To"] { #expect(headers[name] == later[name]) }
        let text = BulletinMailTests.text(of: .digest)
        for number in 1...3 { #expect(text.contains("#\(number)  high  acme-social  @ana@social.example  @bob")) }
        #expect(text.hasPrefix("3 alerts for support, step 2, promises broken:\n"))
    }

    @Test func noAnsweringMachineShallAnswerAndABounceTellsWhatItBelongsTo() throws {
        let mail = try Bulletin.sample.mail()
        let headers = Header.all(of: mail)
        #expect(headers["Auto-Submitted"] == "auto-generated")
        #expect(headers["X-Auto-Response-Suppress"] == "All")
        #expect(headers["List-Id"] == "Hark alerts <alerts.hark.hark.example>")
        #expect(headers["From"] == "Hark <hark@brand.example>")
        #expect(mail.sender == "hark+b-5-x-y@brand.example")
        #expect(mail.recipients == ["support@brand.example"])
    }

    @Test func onlyAWarningCanBeEndedWithOneClick() throws {
        var warning = Bulletin.sample
        warning.entries[0].alert.reason = .warning
        warning.reason = .warning
        let headers = Header.all(of: try warning.mail())
        #expect(headers["List-Unsubscribe"] == "<https://hark.example/unsubscribe/u-5-x-y>")
        #expect(headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click")
        #expect(Header.all(of: try Bulletin.sample.mail())["List-Unsubscribe"] == nil)
    }

    @Test(arguments: [
        (Language.english, "The first response to @ana@social.example is overdue: it was due 1 h 5 min ago."),
        (.other, "The first response to @ana@social.example is overdue: it was due 1 h 5 min ago."),
        (.german, "Die erste Antwort an @ana@social.example ist überfällig, seit 1 h 5 min."),
    ])
    func theTextSaysWhoWaitsSinceWhenWhyAndWhatToDo(_ language: Language, _ lead: String) throws {
        var bulletin = Bulletin.sample
        bulletin.language = language
        let text = Self.text(of: bulletin)
        #expect(text.hasPrefix(lead + "\n"))
        for expected in [
            "hark show 42", "hark reply 42", "hark ack 7", "acme-social", "72", "support", "@bob", "vip",
            "2026-11-22 08:30 UTC", "2026-11-22 07:35 UTC (2 h)", "nothing works, noon",
            "> Nothing works!\n> Since <b>noon</b> & nobody answers.", "https://social.example/@ana/1",
            "https://hark.example/ack/a-5-x-y",
        ] {
            #expect(text.contains(expected), "missing: \(expected)")
        }
        #expect(!text.contains("/api/v1/"))
        #expect(Self.text(of: bulletin, .html).contains("Since &lt;b&gt;noon&lt;/b&gt; &amp; nobody answers."))
    }

    @Test func aWarningSaysHowLongIsLeft() {
        var bulletin = Bulletin.sample
        bulletin.entries[0].alert.dueAt = .present + .minutes(25)
        #expect(
            Self.text(of: bulletin).hasPrefix("The first response to @ana@social.example is due in 25 min.\n")
        )
        bulletin.language = .german
        #expect(Self.text(of: bulletin).hasPrefix("Die erste Antwort an @ana@social.example ist in 25 min fällig.\n"))
    }

    @Test(arguments: [
        (Alert.Cause.channelUnhealthy, "The channel shop no longer works: HTTP 401\n"),
        (.channelSilent, "The channel shop has been silent for unusually long: HTTP 401\n"),
        (.queueUnattended, "Nobody looks after the queue of support: HTTP 401\n"),
        (.spike, "Far more is said on shop than usual: HTTP 401\n"),
    ])
    func otherCausesAreSaidInTheirOwnWords(_ cause: Alert.Cause, _ lead: String) {
        var bulletin = Bulletin.sample
        bulletin.entries = [
            .init(
                alert: Alert(
                    id: .init(rawValue: 1),
                    key: "k",
                    cause: cause,
                    team: "support",
                    channel: Channel.ID("shop"),
                    detail: "HTTP 401",
                    level: 1,
                    reason: .breach,
                    raisedAt: .present
                ),
                conversation: nil
            )
        ]
        let text = Self.text(of: bulletin)
        #expect(text.hasPrefix(lead), "\(text)")
        #expect(text.contains("hark doctor") && !text.contains("Conversation"))
    }

    @Test(arguments: [
        "a@b\r\nBcc: x@y.example", "a b@c.example", "<a@b.example>", "a@b.example, c@d.example", "ä@b.example", "@b",
        "a@",
        "a..b@c", "a@b\u{0}.example", "a@b.example\u{202E}",
    ])
    func anAddressThatNoMailCanCarryIsRefused(_ address: String) {
        var bulletin = Bulletin.sample
        bulletin.group.recipient = address
        #expect(throws: MailFailure.self) { try bulletin.mail() }
    }

    @Test(arguments: ["a\rb", "a\nb", "a\r\nBcc: x@y.example", "a\u{0}b"])
    func aHeaderValueThatEndsItsLineIsRefused(_ value: String) {
        #expect(throws: MailFailure.self) { try MailHeader("X", structured: [value]).folded() }
        #expect(throws: MailFailure.self) { try MailHeader(value, structured: ["x"]).folded() }
    }

    @Test(arguments: [
        (Span.zero, "< 1 min"), (.seconds(59), "< 1 min"), (.minutes(1), "1 min"), (.minutes(60), "1 h"),
        (.minutes(125), "2 h 5 min"), (.hours(24), "1 d"), (.hours(51) + .minutes(7), "2 d 3 h"), (.days(9), "9 d"),
    ])
    func spansAreSaidRoughly(_ span: Span, _ text: String) { #expect(MailValues.roughly(span) == text) }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
        (1_709_210_096_789, "Thu, 29 Feb 2024 12:34:56 +0000"),
    ])
    func datesAreThoseOfRFC5322(_ milliseconds: Int64, _ text: String) {
        #expect(MailDate.text(Instant(milliseconds: milliseconds)) == text)
    }

    static func text(of bulletin: Bulletin, _ form: Template.Form = .plain) -> String {
        let links = MailLinks(acknowledge: "https://hark.example/ack/a-5-x-y", envelopeSender: "hark@brand.example")
        return BulletinMail(
            bulletin,
            from: "hark@brand.example",
            publicURL: "https://hark.example/",
            links: links,
            now: .present
        ).text(form)
    }
}

import Testing

@testable import HarkCore

/// The mail that tells people of a breach.
struct AlertMessageTests {
    private let now = Instant(milliseconds: 1_795_340_100_000)

    @Test func theSameAlertTriedAgainIsTheSameMailToAMailbox() throws {
        let first = try Header.all(of: message(.sample))
        let later = AlertMessage(
            .sample,
            from: "hark@brand.example",
            publicURL: "https://hark.example",
            now: now + .hours(1)
        )
        let second = try Header.all(of: later.rendered())
        #expect(first["Message-ID"] == "<alert-42-first_response-2-1795336200000.hark@hark.example>")
        #expect(second["Message-ID"] == first["Message-ID"])
        #expect(first["Date"] == "Sun, 22 Nov 2026 09:35:00 +0000")
        #expect(second["Date"] == "Sun, 22 Nov 2026 10:35:00 +0000")
    }

    @Test func everyAlertOfAConversationJoinsOneThread() throws {
        var warning = AlertMail.sample
        warning.reason = .warning
        warning.level = 1
        let first = try Header.all(of: message(warning))
        let second = try Header.all(of: message(.sample))
        #expect(first["Message-ID"] != second["Message-ID"])
        for name in ["Subject", "References", "In-Reply-To"] { #expect(first[name] == second[name]) }
        #expect(first["Subject"] == "[Hark #42] @ana@social.example, acme-social")
        #expect(first["References"] == "<conversation-42.hark@hark.example>")
        #expect(first["Importance"] == "normal" && second["Importance"] == "high")
    }

    @Test func noAnsweringMachineShallAnswer() throws {
        let headers = try Header.all(of: message(.sample))
        #expect(headers["Auto-Submitted"] == "auto-generated")
        #expect(headers["X-Auto-Response-Suppress"] == "All")
        #expect(headers["List-Id"] == "Hark alerts <alerts.hark.hark.example>")
    }

    @Test(arguments: [
        (Language.english, "overdue", "hark show 42"), (.other, "overdue", "hark show 42"),
        (.german, "überfällig", "hark show 42"),
    ])
    func theTextSaysWhatIsWrongAndWhatToType(_ language: Language, _ word: String, _ command: String) {
        let facts = AlertFacts(.sample, publicURL: "https://hark.example/", now: now)
        let letter = language == .german ? GermanAlert.letter(facts) : EnglishAlert.letter(facts)
        for expected in [
            word, command, "@ana@social.example", "acme-social", "72", "support", "@bob", "vip", "2026-11-22 08:30 UTC",
            "1 h 5 min", "> Nothing works!\n> Since <b>noon</b> & nobody answers.",
            "https://hark.example/api/v1/conversations/42",
        ] {
            #expect(letter.text.contains(expected), "missing: \(expected)")
        }
        #expect(letter.text.utf8.first != 0x20)
        #expect(letter.html(language: "en").contains("Since &lt;b&gt;noon&lt;/b&gt; &amp; nobody answers."))
    }

    @Test func aWarningSaysHowLongIsLeft() {
        var warning = AlertMail.sample
        warning.dueAt = now + .minutes(25)
        let facts = AlertFacts(warning, publicURL: "https://hark.example", now: now)
        #expect(EnglishAlert.letter(facts).lead == "The first response to @ana@social.example is due in 25 min.")
        #expect(GermanAlert.letter(facts).lead == "Die erste Antwort an @ana@social.example ist in 25 min fällig.")
    }

    @Test(arguments: [
        (Span.zero, "< 1 min"), (.seconds(59), "< 1 min"), (.minutes(1), "1 min"), (.minutes(60), "1 h"),
        (.minutes(125), "2 h 5 min"), (.hours(24), "1 d"), (.hours(51) + .minutes(7), "2 d 3 h"), (.days(9), "9 d"),
    ])
    func spansAreSaidRoughly(_ span: Span, _ text: String) {
        #expect(AlertFacts.roughly(span) == text)
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
        (1_709_210_096_789, "Thu, 29 Feb 2024 12:34:56 +0000"),
    ])
    func datesAreThoseOfRFC5322(_ milliseconds: Int64, _ text: String) {
        #expect(MailDate.text(Instant(milliseconds: milliseconds)) == text)
    }

    private func message(_ alert: AlertMail) -> OutgoingMail {
        AlertMessage(alert, from: "hark@brand.example", publicURL: "https://hark.example", now: now).rendered()
    }
}

/// Reads unfolded headers, for tests that do not ask how they are folded.
private enum Header {
    static func all(of mail: OutgoingMail) throws -> [String: String] {
        let head = try #require(mail.message.firstRange(of: "\r\n\r\n")).lowerBound
        let lines = mail.message[..<head].replacing("\r\n ", with: " ").split(separator: "\r\n")
        return Dictionary(
            uniqueKeysWithValues: try lines.map { line in
                let colon = try #require(line.firstRange(of: ": "))
                return (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
            }
        )
    }
}

extension AlertMail {
    /// A first response that was due an hour and five minutes before the tests' present.
    static let sample = AlertMail(
        reason: .breach,
        metric: .firstResponse,
        level: 2,
        dueAt: Instant(milliseconds: 1_795_336_200_000),
        conversation: Conversation.ID(42),
        channel: Channel.ID("acme-social"),
        author: "@ana@social.example",
        snippet: "Nothing works!\nSince <b>noon</b> & nobody answers.",
        urgency: Urgency(score: 72),
        team: "support",
        assignee: "bob",
        policy: "vip",
        recipients: ["support@brand.example", "leads@brand.example"],
        at: Instant(milliseconds: 1_795_336_200_000)
    )
}

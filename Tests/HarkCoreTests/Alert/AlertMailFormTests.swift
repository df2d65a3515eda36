import Testing

@testable import HarkCore

/// The mail's form, judged by a parser that is not ours: whatever people call themselves and write.
@Suite(.enabled(if: PythonMailReader.canRun, "needs python3"))
struct AlertMailFormTests {
    private let now = Instant(milliseconds: 1_795_340_100_000)

    @Test(arguments: [Language.english, .german])
    func anOrdinaryMailParsesWithoutADefectAndReadsAsWritten(_ language: Language) throws {
        let mail = message(.sample, language)
        let read = try PythonMailReader.read(mail)
        let letter = letter(.sample, language)
        #expect(read.defects == [])
        #expect(read.parts.map(\.type) == ["text/plain", "text/html"])
        #expect(read.parts.map(\.encoding) == ["quoted-printable", "quoted-printable"])
        #expect(read.parts.map(\.text) == [letter.text, letter.html(language: language.rawValue)])
        #expect(try read.header("To") == "support@brand.example, leads@brand.example")
        #expect(try read.header("From") == "Hark <hark@brand.example>")
        #expect(mail.sender == "hark@brand.example" && mail.recipients == AlertMail.sample.recipients)
    }

    @Test(arguments: [Language.english, .german])
    func hostileWordsAddNoHeaderNoRecipientAndNoMarkup(_ language: Language) throws {
        let alerts = Hostile.texts.map(alert(saying:))
        let mails = alerts.map { message($0, language) }
        for ((alert, mail), read) in zip(zip(alerts, mails), try PythonMailReader.read(mails)) {
            let letter = letter(alert, language)
            let subject = HarmlessText.line(alert.author, limit: 60)
            let what: Comment = "\(subject)"
            #expect(read.defects == [], what)
            #expect(read.headers.keys.sorted() == Self.headerNames, what)
            #expect(try read.header("To") == "support@brand.example, leads@brand.example", what)
            #expect(try read.header("Subject") == "[Hark #42] \(subject), \(subject)", what)
            #expect(read.headers.values.allSatisfy { $0.count == 1 }, what)
            #expect(read.parts.map(\.text) == [letter.text, letter.html(language: language.rawValue)], what)
            #expect(Hostile.traces(in: mail.message + read.parts.map(\.text).joined()) == [], what)
            #expect(Hostile.tags(in: read.parts[1].text).isSubset(of: Self.tags), what)
        }
    }

    @Test(arguments: Hostile.texts)
    func linesAreShortAndEndAsMailLinesDo(_ hostile: String) {
        let message = message(alert(saying: hostile), .english).message
        #expect(message.utf8.allSatisfy { $0 < 127 && ($0 >= 32 || $0 == 13 || $0 == 10) })
        let lines = message.utf8.split(separator: 10, omittingEmptySubsequences: false).dropLast()
        #expect(lines.allSatisfy { $0.last == 13 && $0.dropLast().allSatisfy { $0 != 13 } && $0.count <= 77 })
    }

    @Test(arguments: [
        "a@b\r\nBcc: x@y.example", "a b@c.example", "<a@b.example>", "a@b.example, c@d.example", "ä@b.example", "@b",
        "a@", "a..b@c",
        "a@b\u{0}.example", "a@b.example\u{202E}",
    ])
    func anUnsoundRecipientIsLeftOutAndTheOthersAreTold(_ address: String) throws {
        var alert = AlertMail.sample
        alert.recipients.append(address)
        let mail = message(alert, .english)
        let read = try PythonMailReader.read(mail)
        #expect(mail.recipients == AlertMail.sample.recipients)
        #expect(try read.header("To") == "support@brand.example, leads@brand.example")
        #expect(read.defects == [])
    }

    @Test func manyRecipientsFold() throws {
        var alert = AlertMail.sample
        alert.recipients = (0..<80).map { "agent-with-a-long-name-\($0)@support.brand.example" }
        let mail = message(alert, .english)
        let read = try PythonMailReader.read(mail)
        #expect(try read.header("To") == alert.recipients.joined(separator: ", "))
        #expect(read.defects == [])
    }

    private static let tags: Set = [
        "doctype", "html", "head", "meta", "title", "body", "p", "strong", "table", "tr", "th", "td", "bdi", "br",
        "blockquote", "code", "small",
    ]

    private static let headerNames = [
        "auto-submitted", "content-type", "date", "from", "importance", "in-reply-to", "list-id", "message-id",
        "mime-version",
        "references", "subject", "to", "x-auto-response-suppress",
    ]

    private func alert(saying hostile: String) -> AlertMail {
        var alert = AlertMail.sample
        (alert.author, alert.snippet, alert.assignee) = (hostile, hostile, hostile)
        (alert.team, alert.policy, alert.channel) = (hostile, hostile, Channel.ID(hostile))
        return alert
    }

    private func message(_ alert: AlertMail, _ language: Language) -> OutgoingMail {
        AlertMessage(
            alert,
            from: "hark@brand.example",
            publicURL: "https://hark.example",
            now: now,
            language: language
        ).rendered()
    }

    private func letter(_ alert: AlertMail, _ language: Language) -> AlertLetter {
        let facts = AlertFacts(alert, publicURL: "https://hark.example", now: now)
        return language == .german ? GermanAlert.letter(facts) : EnglishAlert.letter(facts)
    }
}

/// What people call themselves who mean harm.
private enum Hostile {
    static let texts = [
        "x\r\nBcc: victim@example.org\r\n\r\n<script>alert(1)</script>",
        "x\u{2028}Bcc: a@b\u{2029}y\u{85}z\u{B}\u{C}",
        "\u{0}\u{1B}[31m\u{7}\u{9B}31m\u{7F}",
        "\u{202E}evil\u{2066}\u{2069}\u{200E}\u{061C}\u{FEFF}\u{E0041}",
        "=?utf-8?Q?=0D=0ABcc:_a@b?= =?utf-8?B?AAAA?=",
        "--=_hark_alternative--\r\n.\r\n..\r\nFrom x\n=_",
        "<img src=\"https://evil.example/x.png\" onerror='x'>&lt;\"'</td></table>",
        "👩‍👩‍👧‍👦🏴‍☠️ 日本語のとても長い名前がここに続きます、そしてさらに続いて終わりません、ほんとうに",
        String(repeating: "a", count: 10_000),
        "e" + String(repeating: "\u{301}", count: 5000),
        String(repeating: "ä ", count: 5000),
        " \t ",
        "",
        "a = b; c: d, \"e\" <f@g> (h) \\",
        "name, other <a@b.example>, ",
        String(decoding: [0xEF, 0xBF, 0xBF, 0xEF, 0xB7, 0x90], as: UTF8.self),
    ]

    /// Characters that must be nowhere.
    static func traces(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar != "\n" && scalar != "\r"
            case .lineSeparator, .paragraphSeparator: true
            case .format: scalar != "\u{200D}" && scalar != "\u{200C}"
            default: false
            }
        }
    }

    /// The names of the tags in HTML.
    static func tags(in html: String) -> Set<String> {
        Set(
            html.split(separator: "<").dropFirst().map { tag in
                String(tag.drop { $0 == "/" || $0 == "!" }.prefix { $0.isLetter || $0.isNumber }).lowercased()
            }
        )
    }
}

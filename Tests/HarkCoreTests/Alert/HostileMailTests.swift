import Foundation
import Testing

@testable import HarkCore

/// The mail's form, judged by a parser that is not ours: whatever people call themselves and write.
@Suite(.enabled(if: PythonMailReader.canRun, "needs python3"))
struct HostileMailTests {
    @Test(arguments: [Language.english, .german])
    func anOrdinaryMailParsesWithoutADefectAndReadsAsWritten(_ language: Language) throws {
        for var bulletin in [Bulletin.sample, .digest] {
            bulletin.language = language
            let read = try PythonMailReader.read(try bulletin.mail())
            #expect(read.defects == [])
            #expect(read.parts.map(\.type) == ["text/plain", "text/html"])
            #expect(read.parts.map(\.encoding) == ["quoted-printable", "quoted-printable"])
            #expect(read.parts[0].text == BulletinMailTests.text(of: bulletin))
            #expect(read.parts[1].text == BulletinMailTests.text(of: bulletin, .html))
            #expect(try read.header("To") == "support@brand.example")
        }
    }

    @Test func hostileWordsAddNoHeaderNoRecipientAndNoMarkup() throws {
        let texts = Hostile.texts + Hostile.made(500 - Hostile.texts.count)
        let mails = try texts.enumerated().map { index, text in try bulletin(saying: text, index).mail() }
        for (index, read) in try PythonMailReader.read(mails).enumerated() {
            let what: Comment = "text \(index)"
            #expect(mails[index].recipients == ["support@brand.example"], what)
            #expect(read.defects == [], what)
            #expect(read.headers.keys.sorted() == Self.headerNames, what)
            #expect(read.headers.values.allSatisfy { $0.count == 1 }, what)
            #expect(try read.header("To") == "support@brand.example", what)
            #expect(try read.header("From") == "Hark <hark@brand.example>", what)
            #expect(Hostile.traces(in: mails[index].message + read.parts.map(\.text).joined()) == [], what)
            #expect(Hostile.tags(in: read.parts[1].text).isSubset(of: Self.tags), what)
            let links = read.parts[1].text.split(separator: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(links.allSatisfy { $0.hasPrefix("https://hark.example/ack/") }, what)
        }
    }

    @Test func linesAreShortAndEndAsMailLinesDo() throws {
        for (index, text) in Hostile.texts.enumerated() {
            let message = try bulletin(saying: text, index).mail().message
            #expect(message.utf8.allSatisfy { $0 < 127 && ($0 >= 32 || $0 == 13 || $0 == 10) })
            let lines = message.utf8.split(separator: 10, omittingEmptySubsequences: false).dropLast()
            #expect(lines.allSatisfy { $0.last == 13 && $0.dropLast().allSatisfy { $0 != 13 } && $0.count <= 77 })
        }
    }

    private static let tags: Set = [
        "doctype", "html", "head", "meta", "title", "body", "p", "strong", "table", "tr", "th", "td", "bdi", "br",
        "blockquote", "code", "small", "a",
    ]

    private static let headerNames = [
        "auto-submitted", "content-type", "date", "from", "importance", "in-reply-to", "list-id", "message-id",
        "mime-version", "references", "subject", "to", "x-auto-response-suppress",
    ]

    /// Every word that is not ours is hostile; every third mail is a digest.
    private func bulletin(saying hostile: String, _ index: Int) -> Bulletin {
        var bulletin = index.isMultiple(of: 3) ? Bulletin.digest : .sample
        bulletin.language = index.isMultiple(of: 2) ? .german : .english
        bulletin.group.team = hostile
        for entry in bulletin.entries.indices {
            bulletin.entries[entry].text = hostile
            bulletin.entries[entry].url = hostile
            bulletin.entries[entry].words = [hostile]
            bulletin.entries[entry].alert.team = hostile
            bulletin.entries[entry].alert.policy = hostile
            bulletin.entries[entry].alert.detail = hostile
            bulletin.entries[entry].conversation?.author = hostile
            bulletin.entries[entry].conversation?.snippet = hostile
            bulletin.entries[entry].conversation?.assignee = hostile
            bulletin.entries[entry].conversation?.channel = Channel.ID(hostile)
        }
        return bulletin
    }
}

extension Hostile {
    /// Texts put together from what breaks mails, the same in every run.
    static func made(_ count: Int) -> [String] {
        let pieces = [
            "\r\n", "\n", "\r", "\u{0}", "\u{2028}", "\u{85}", "Bcc: x@y.example", "To: z@y.example", ": ", "<", ">",
            "@", ",", ";", "\"", "\\", "(", "=?utf-8?B?", "?=", "=_hark_alternative--", "--", ".", "..", "\u{202E}",
            "\u{2066}", "👩‍👩‍👧‍👦", "ä", "日本語", "e\u{301}\u{301}", " ", "\t", "<script>", "</td>", "{{author}}", "{{#quote}}",
            "&amp;", "'", "https://evil.example/", "\u{1B}[31m", "\u{FEFF}", String(repeating: "a", count: 998),
        ]
        var state: UInt64 = 20_261_122
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        return (0..<count).map { _ in (0...next(12)).map { _ in pieces[next(pieces.count)] }.joined() }
    }
}

import Foundation
import HarkCore
import Testing

@testable import HarkScreen

@Suite("Nothing hostile reaches the terminal, and every row keeps its width")
struct HostileScreenTests {
    /// 500 texts and more that want to do something to a terminal, its owner or a reader.
    static let corpus: [String] = {
        let scalars =
            (Array(0...0x1F) + Array(0x7F...0x9F) + [0xAD, 0x61C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xFEFF]
            + Array(0x2028...0x202E) + Array(0x2060...0x206F) + Array(0xFFF9...0xFFFF) + Array(0xE0000...0xE007F)
            + Array(0xFE00...0xFE0F)).compactMap { Unicode.Scalar(UInt32($0)) }
        let sequences = [
            "\u{1B}]8;;https://evil.example\u{1B}\\click\u{1B}]8;;\u{1B}\\", "\u{1B}]52;c;cm0gLXJmIH4=\u{7}",
            "\u{1B}P+q544e\u{1B}\\", "\u{1B}[2J\u{1B}[H", "\u{9B}2J", "\u{1B}[6n", "\u{1B}c", "\u{1B}]0;title\u{7}",
            "\u{90}1$tx\u{9C}", "\u{1B}_Gf=100;AAAA\u{1B}\\", "\u{1B}[?1049l", "\u{1B}[201~", "a\rb", "\u{8}\u{8}pwn",
            "user\u{202E}gpj.exe", "\u{2066}\u{202E}a\u{2069}", "\u{0}", "\n\n\n\t\t", "\r\n\r\n",
            "z" + String(repeating: "\u{335}", count: 5000), String(repeating: "👩\u{200D}", count: 500),
            "a" + String(repeating: "\u{200D}\u{301}\u{301}", count: 900), String(repeating: "田", count: 3000),
            String(repeating: "\u{1B}[31m", count: 1000), "🏴\u{E0067}\u{E0062}\u{E007F}", "🇩🇪🇩", "1️⃣*️⃣", "क्षि\u{200D}प्रि", "กำ",
            "각\u{1100}\u{1161}\u{11A8}", "שלום 123 abc", "‏مرحبا‎", "\u{FE0F}", "e\u{301}\u{20DD}", "ﷺ", "𒐫",
            String(decoding: [0xED, 0xA0, 0x80, 0xC3], as: UTF8.self), String(repeating: "x", count: 4 << 20),
        ]
        let around = scalars.map { "before\($0)after" } + scalars.map { String(String.UnicodeScalarView([$0, $0])) }
        return around + sequences
    }()

    @Test func theCorpusIsLarge() { #expect(Self.corpus.count >= 500) }

    @Test func everyRowKeepsItsWidthAndNoControlCharacterIsSentButOurOwn() {
        for (index, text) in Self.corpus.enumerated() {
            let (columns, rows) = [(80, 24), (120, 40), (41, 11)][index % 3]
            let frame = ScreenView.frame(Self.screen(text, columns, rows))
            expectSound(frame.grid, text)
            let sent = FrameDiff.bytes(from: nil, to: frame, palette: Palette(hasColour: true))
            let bad = Self.withoutOurOwn(sent).filter { TerminalText.isForbidden($0) }
            #expect(bad.isEmpty, "\(bad.map { String($0.value, radix: 16) }) from \(text.debugDescription.prefix(60))")
        }
    }

    /// The text without control sequences of the form that ``FrameDiff`` writes.
    private static func withoutOurOwn(_ sent: String) -> [Unicode.Scalar] {
        var rest: [Unicode.Scalar] = []
        var scalars = Array(sent.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "\u{1B}", scalars.first == "[" else {
                rest.append(scalar)
                continue
            }
            scalars = scalars.dropFirst().drop { "0123456789;?".unicodeScalars.contains($0) }
            if let last = scalars.first, "HJmhl".unicodeScalars.contains(last) { scalars = scalars.dropFirst() }
        }
        return rest
    }

    @Test func whatIsTypedOrPastedIsAsHarmless() {
        for text in Self.corpus.suffix(40) {
            var state = Sample.screen()
            state.type("r")
            _ = state.take(.input(.paste(text)))
            expectSound(ScreenView.frame(state).grid, text)
            state.type("<Esc>/")
            _ = state.take(.input(.paste(String(text.prefix(2000)))))
            expectSound(ScreenView.frame(state).grid, text)
        }
    }

    private func expectSound(_ grid: Grid, _ source: String) {
        let broken = grid.rows.firstIndex { !Self.isSound($0, grid.size.columns) }
        #expect(broken == nil, "row \(broken ?? 0) from \(source.debugDescription.prefix(60))")
    }

    /// Every column belongs to one character, each as wide as it is drawn, and none acts on a terminal.
    private static func isSound(_ row: [Cell], _ columns: Int) -> Bool {
        var column = 0
        while column < row.count {
            let cell = row[column]
            let covered = row[min(row.count, column + 1)..<min(row.count, column + max(1, cell.width))]
            guard cell.width > 0, cell.width == DisplayWidth.of(cell.text), covered.count == cell.width - 1,
                covered.allSatisfy({ $0.width == 0 && $0.text.isEmpty }),
                !cell.text.unicodeScalars.contains(where: TerminalText.isForbidden)
            else { return false }
            column += cell.width
        }
        return row.count == columns && column == columns
    }

    static func screen(_ text: String, _ columns: Int, _ rows: Int) -> ScreenState {
        let line = Sample.summary(61, text, text) {
            $0.channel = .init(text)
            $0.team = text
            $0.assignee = text
            $0.tags = [text]
            $0.topics = [text]
        }
        var state = Sample.screen(columns, rows, page: InboxPage(data: [line, Sample.summary(7)], next: nil))
        var reading = Sample.reading(61) { detail in
            detail.conversation = line
            detail.contact = Author(id: text, handle: text, name: text, url: text)
            for index in detail.messages.indices {
                detail.messages[index].author = text
                detail.messages[index].text = text
                detail.messages[index].subject = text
                detail.messages[index].statusReason = text
                detail.messages[index].attachments = [Attachment(kind: .file, url: text, name: text, note: text)]
            }
        }
        reading.explanation?.messages[0].triage.evidence = [
            Evidence(aspect: .urgency, term: text, group: text, source: text, weight: 1, rule: text)
        ]
        _ = state.take(.opened(61, .success(reading)))
        state.list.query = text
        state.say(text)
        return state
    }
}

import HarkCore
import Testing

@Suite("Text for a screen")
struct TerminalTextTests {
    static let lines: [(String, String)] = [
        ("plain", "plain"), ("two\nlines\tand", "two lines and"), ("a\r\nb", "a b"), ("a\u{2028}b", "a b"),
        ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("\u{9B}31m", "\u{FFFD}31m"), ("a\u{0}b\u{7F}", "a\u{FFFD}b\u{FFFD}"),
        ("evil\u{202E}txt.exe", "evil\u{FFFD}txt.exe"), ("so\u{AD}ft\u{200E}\u{FEFF}", "soft"),
        ("a\u{E0041}b", "ab"), ("é🏳️‍🌈👩‍👩‍👧ñ", "é🏳️‍🌈👩‍👩‍👧ñ"),
    ]

    @Test(arguments: lines) func inALine(_ raw: String, _ safe: String) { #expect(TerminalText.line(raw) == safe) }

    @Test func aBlockKeepsItsLines() {
        #expect(TerminalText.block("a\r\nb\n\tc\rd") == "a\nb\n    c\nd")
    }

    @Test func aTowerOfMarksIsCutDown() {
        let tower = "z" + String(repeating: "\u{0335}", count: 500) + "a"
        #expect(TerminalText.line(tower).unicodeScalars.count == 2 + TerminalText.markLimit)
    }

    @Test(arguments: [
        ("abc", 3), ("", 0), ("é", 1), ("e\u{301}", 1), ("田中", 4), ("ｱ", 1), ("Ａ", 2), ("한글", 4), ("🎉", 2),
        ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("❤️", 2), ("👍🏽", 2), ("1️⃣", 2), ("…", 1), ("█", 1), ("→", 1), ("\u{200B}", 0),
    ])
    func takesColumns(_ text: String, _ columns: Int) { #expect(DisplayWidth.of(text) == columns) }

    @Test(arguments: [
        ("short", 10, "short"), ("exactly", 7, "exactly"), ("too long", 5, "too …"), ("田中さくら", 5, "田中…"),
        ("田中さくら", 4, "田…"), ("abc", 0, ""),
    ])
    func isTruncated(_ text: String, _ width: Int, _ expected: String) {
        #expect(TextLayout.truncated(text, to: width) == expected)
    }

    static let wraps: [(String, Int, [String])] = [
        ("one two three", 7, ["one two", "three"]), ("a\n\nb", 5, ["a", "", "b"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("x abcdef", 4, ["x", "abcd", "ef"]), ("", 5, [""]), ("田中さくら", 5, ["田中", "さく", "ら"]),
    ]

    @Test(arguments: wraps) func isWrapped(_ text: String, _ width: Int, _ expected: [String]) {
        #expect(TextLayout.wrapped(text, to: width) == expected)
    }

    @Test func jsonEscapesWhatItCannotShow() {
        #expect(TerminalText.json("\"a\u{9B}\u{202E}\u{E0041}\u{7F}é\"") == "\"a\\u009b\\u202e\\udb40\\udc41\\u007fé\"")
    }
}

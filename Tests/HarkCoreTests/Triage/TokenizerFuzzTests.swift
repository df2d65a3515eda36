import Foundation
import HarkCore
import Testing

/// Seeded, so that a failure can be repeated. `HARK_FUZZ=100000` runs that many cases in place of 1,500.
@Suite("Whatever bytes come") struct TokenizerFuzzTests {
    static let cases = ProcessInfo.processInfo.environment["HARK_FUZZ"].flatMap(Int.init) ?? 1500

    /// SplitMix64.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    static let pieces = [
        "good", "not ", "the ", "👍", "👩‍👩‍👧", "\u{200D}", "\u{202E}", "\0", "e\u{301}\u{302}\u{303}", "ß", "Ä", "!", "!!!",
        "?",
        ".", ",", "\n", "\t", "@a", "#TagTag", "http://x", ":-)", "<3", "soooo", "1234567", "мир", "私", "\u{FFFD}", "'",
        "’", " ",
        "META_BASE", "NOT_x", "*", "a*", "*ung", "CHAR_ä", "-1", "999999", "de",
    ]

    static func text(_ random: inout Seeded) -> String {
        (0..<Int.random(in: 0..<40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    @Test func everyTextIsReadAndEveryHitLiesInsideIt() throws {
        let model = try KeywordModelTests.model()
        var random = Seeded(state: 42)
        for _ in 0..<Self.cases {
            let text = Self.text(&random)
            let read = model.read(text, context: .init())
            for span in read.evidence.compactMap(\.span) {
                let isInside = span.start >= 0 && span.length >= 0 && span.start + span.length <= text.utf8.count
                #expect(isInside, "\(text.debugDescription)")
            }
            #expect(model.read(text, context: .init()) == read)
        }
    }

    @Test func everyTableIsReadOrRefusedWithFileAndLine() {
        var random = Seeded(state: 7)
        let files = KeywordTable.files + KeywordTable.optionalFiles + ["packs/x.tsv"]
        for _ in 0..<Self.cases {
            let file = files.randomElement(using: &random) ?? "spam.tsv"
            let text = "term\tweight\tneg\tneu\tpos\tgroup\ttopic\n" + Self.text(&random)
            for table in [text, Self.text(&random)] {
                do {
                    _ = try KeywordTable.parse(table, file: file)
                } catch {
                    #expect(error.problems.allSatisfy { $0.pointer.hasPrefix(file + ":") })
                }
            }
        }
    }

    @Test(arguments: ["good ", "a", "!", "👍", "e\u{301}", "not ", "@x ", "#aB", "ä", "\u{202E}"])
    func timeGrowsNoFasterThanTheText(_ piece: String) throws {
        let model = try KeywordModelTests.model()
        func time(_ text: String) -> Duration { ContinuousClock().measure { _ = model.read(text, context: .init()) } }
        let long = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        // A megabyte is cut at the length the model reads; the limit is far above what a busy machine needs.
        #expect(time(long) < .seconds(5))
    }
}

import HarkCore
import Testing

struct TextFoldingTests {
    @Test(arguments: [
        ("", []),
        ("  … ", []),
        ("Hello, World", ["hello", "world"]),
        ("Größe ÄÖÜ café", ["große", "aou", "cafe"]),
        ("cafe\u{301} Wi\u{304}th", ["cafe", "with"]),
        ("\u{301}a", ["a"]),
        ("e-mail@acme.example", ["e", "mail", "acme", "example"]),
        ("ΣΊΣΥΦΟΣ ς", ["σίσυφοσ", "σ"]),
        ("İstanbul ſo µ", ["istanbul", "so", "μ"]),
        ("日本語 123", ["日本語", "123"]),
        // Known to the tokenizer as a symbol, and assigned after its tables were made.
        ("a😀b a🤣b", ["a", "b", "a🤣b"]),
        ("ᎠᎡ", ["ᎠᎡ"]),
        ("a\u{0}b", ["a", "b"]),
    ])
    func textFoldsInto(text: String, words: [String]) {
        #expect(TextFolding.words(in: text).map { Array($0.utf8) } == words.map { Array($0.utf8) })
    }

    @Test func foldingTwiceChangesNothing() {
        for value in UInt32(0)..<0x2000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let words = TextFolding.words(in: "x" + String(scalar) + "y")
            #expect(TextFolding.words(in: words.joined(separator: " ")) == words, "U+\(String(value, radix: 16))")
        }
    }
}

import Testing

@testable import HarkScreen

@Suite("Bytes become keys")
struct KeyDecoderTests {
    static let table: [(bytes: String, keys: [Input])] = [
        ("j", [.key(.plain("j"))]), ("\r", [.key(Key(.enter))]), ("\t", [.key(Key(.tab))]),
        ("\u{7F}", [.key(Key(.backspace))]), ("\u{13}", [.key(.control("s"))]), ("\u{3}", [.key(.control("c"))]),
        ("\u{1B}[A", [.key(Key(.up))]), ("\u{1B}OA", [.key(Key(.up))]),
        ("\u{1B}[1;5C", [.key(Key(.right, control: true))]),
        ("\u{1B}[5~", [.key(Key(.pageUp))]), ("\u{1B}[Z", [.key(Key(.backTab))]), ("\u{1B}[3~", [.key(Key(.delete))]),
        ("\u{1B}OP", [.key(Key(.function(1)))]), ("\u{1B}[15~", [.key(Key(.function(5)))]),
        ("\u{1B}x", [.key(Key(.character("x"), alt: true))]), ("ä", [.key(.plain("ä"))]), ("山", [.key(.plain("山"))]),
        ("👍", [.key(.plain("👍"))]), ("\u{1B}[<64;10;5M", [.mouse(Mouse(deed: .wheelUp, row: 4, column: 9))]),
        ("\u{1B}[<65;1;1M", [.mouse(Mouse(deed: .wheelDown, row: 0, column: 0))]),
        ("\u{1B}[<0;3;2M", [.mouse(Mouse(deed: .press, row: 1, column: 2))]), ("\u{1B}[<0;3;2m", []),
        ("\u{1B}[200~c\u{1B}[Aq\n\u{1B}[201~", [.paste("c\u{1B}[Aq\n")]), ("\u{1B}[?62;c", []), ("\u{1B}[99;99X", []),
    ]

    @Test(arguments: table)
    func aSequenceIsItsKeyHoweverTheReadsCutIt(_ bytes: String, _ expected: [Input]) {
        let bytes = Array(bytes.utf8) + Array("k".utf8)
        for cut in 0...bytes.count {
            var decoder = KeyDecoder()
            let inputs = decoder.feed(Array(bytes[..<cut])) + decoder.feed(Array(bytes[cut...]))
            #expect(inputs == expected + [.key(.plain("k"))], "cut at \(cut)")
        }
        var decoder = KeyDecoder()
        #expect(bytes.flatMap { decoder.feed([$0]) } == expected + [.key(.plain("k"))], "byte by byte")
    }

    @Test func anEscapeThatNothingFollowsIsTheEscapeKey() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]).isEmpty && decoder.isWaiting)
        #expect(decoder.flush() == [.key(Key(.escape))])
        #expect(!decoder.isWaiting && decoder.flush().isEmpty)
        #expect(decoder.feed([0x1B, 0x1B]) == [.key(Key(.escape))])
    }

    @Test func brokenBytesEatNoKey() {
        for broken: [UInt8] in [[0xFF], [0xC0], [0xE2, 0x28], [0xF0, 0x9F, 0x6A], [0x80]] {
            var decoder = KeyDecoder()
            let inputs = decoder.feed(broken) + decoder.feed(Array("q".utf8))
            #expect(inputs.first == .key(.plain("\u{FFFD}")))
            #expect(inputs.last == .key(.plain("q")), "\(broken)")
        }
    }

    @Test func aSequenceWithoutEndIsForgotten() {
        var decoder = KeyDecoder()
        let noise = [0x1B, 0x5B] + Array(repeating: UInt8(0x31), count: 5000)
        #expect(decoder.feed(noise).allSatisfy { $0 == .key(.plain("1")) })
        #expect(decoder.feed(Array("j".utf8)).last == .key(.plain("j")))
    }

    @Test func aHugePasteIsCutAndEnds() {
        var decoder = KeyDecoder()
        var bytes = Array("\u{1B}[200~".utf8) + Array(repeating: UInt8(0x61), count: 200_000)
        bytes += Array("\u{1B}[201~j".utf8)
        let inputs = decoder.feed(bytes)
        #expect(inputs.count == 2 && inputs.last == .key(.plain("j")))
    }
}

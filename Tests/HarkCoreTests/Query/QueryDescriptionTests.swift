import HarkCore
import Testing

struct QueryDescriptionTests {
    @Test(arguments: [
        ("", ""),
        ("status:open  label:VIP", "is:open tag:vip"),
        ("channel:a,b -from:@Us", "channel:a,b -from:us"),
        ("a or (b c) or d", "a or b c or d"),
        ("(a or b) NOT (c or d)", "(a or b) -(c or d)"),
        ("-tag:a,b", "-tag:a,b"),
        ("\"Exact Phrase\" wörd* \"or\"", "\"exact phrase\" word* \"or\""),
        ("urgency=HIGH urgency<=60", "urgency:high urgency<=60"),
        ("waiting>90m due<7200s updated>0s", "waiting>90m due<2h updated>0s"),
        ("created:2026-01-01", "created>=2026-01-01 created<2026-01-02"),
        ("date:gestern age>1d", "updated>=yesterday updated<today created>1d"),
        ("created>montag due<this-month+2m", "created>monday due<this-month+2m"),
        ("tag:a tag:b and tag:c", "tag:a,b and tag:c"),
        ("sentiment<0 followers>=10", "sentiment<0 followers>=10"),
        ("kind:dm has:attachments is:mine", "kind:direct has:attachment assignee:me"),
        ("created>2026-01-01T10:00", "created>2026-01-01T10:00:00.000Z"),
        ("assignee:\"none\" from:\"*\" team:\"a \\\"b\\\\\"", "assignee:\"none\" from:\"*\" team:\"a \\\"b\\\\\""),
    ])
    func aQueryPrintsCanonically(text: String, canonical: String) throws {
        let query = try Query(text)
        #expect(query.description == canonical)
        #expect(try Query(canonical) == query)
    }

    /// Pieces that make valid queries often enough for the round trip, and invalid ones often enough for the errors.
    private static let pieces = [
        "a", "Größe", "or", "and", "not", "-", "(", ")", "\"", "\\", "*", ",", ":", "<", ">=", "=", " ", " ", " ", "@",
        "channel:", "from:", "tag:a,b", "assignee:", "none", "me", "is:", "open", "urgency", "high", "60", "id:", "42",
        "created", "waiting>", "date:", "yesterday", "letzte-woche", "monday", "..", "sentiment", "followers>", "to:",
        "has:",
        "attachment", "sort:", "today-3d", "2h", "due<30m", "2026-01-31", "T10:00Z", "\"two words\"", "pre*", "😀", "🤣",
        "e\u{301}",
        "\u{301}", "\u{0}", "\u{202E}", "İ", "ß", "日本", "\r\n", "99999999999999999999", "https://", "10:30",
    ]

    @Test func noTextCrashesTheParserAndEveryQueryReadsBackEqual() {
        var generator = SeededGenerator(seed: 7)
        var read = 0
        var refused = 0
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                text += Self.pieces.randomElement(using: &generator) ?? ""
                if Int.random(in: 0..<8, using: &generator) == 0,
                    let scalar = Unicode.Scalar(UInt32.random(in: 0..<0x11_0000, using: &generator))
                {
                    text.unicodeScalars.append(scalar)
                }
            }
            guard let query = try? Query(text) else {
                refused += 1
                continue
            }
            read += 1
            let again = try? Query(query.description)
            #expect(again == query, "\(text.debugDescription) → \(query.description.debugDescription)")
            _ = query.matches(subject(texts: [text]), at: noon)
        }
        #expect(read > 2000 && refused > 2000, "read \(read), refused \(refused)")
    }
}

import HarkCore
import Testing

@Suite("The keyword model") struct KeywordModelTests {
    static let tables = [
        "base_en.tsv": """
        term\tweight\tgroup
        not\t\tnegator
        very\t1500\tintensifier
        but\t\tcontrast
        good\t600
        so\t1
        bad\t-600
        not bad\t100
        hate*\t-500
        👍\t500
        :-)\t400
        """,
        "base_de.tsv": "term\tweight\tgroup\nnicht\t\tnegator\nschön\t600\nhilft\t500\nstraße\t10\n",
        "language.tsv": "term\tlang\tweight\nthe\ten\t100\nder\tde\t100\nCHAR_ä\tde\t50\n",
        "urgency.tsv": """
        term\tgroup\tweight\tlang
        *\toutage\t40
        *\tpraise\t-20
        is down\toutage
        server\toutage\t16
        thanks\tpraise
        META_BANGS\toutage\t5
        META_PRIVATE\toutage\t7
        """,
        "topics.tsv": "term\ttopic\nserver\toutage\nserver\tapp\nliefer*\tdelivery\n",
        "overrides.tsv": "term\taspect\tgroup\tweight\ngood\tsentiment\t\t-100\n",
    ]

    static func model(_ names: [String] = ["base_en.tsv", "base_de.tsv", "language.tsv", "urgency.tsv", "topics.tsv"])
        throws -> KeywordModel
    {
        KeywordModel(try names.map { try KeywordTable.parse(tables[$0] ?? "", file: $0) })
    }

    func read(_ text: String, _ context: TriageContext = .init()) throws -> Triage {
        try Self.model().read(text, context: context)
    }

    /// What the evidence of one aspect points at in the original text.
    func cuts(_ text: String, _ aspect: Evidence.Aspect) throws -> [String] {
        try read(text).evidence.filter { $0.aspect == aspect }.compactMap { evidence in
            evidence.span.map { String(decoding: Array(text.utf8)[$0.start..<$0.start + $0.length], as: UTF8.self) }
        }
    }

    @Test func everyHitPointsAtItsPlaceInTheOriginalText() throws {
        let text = "“Ähm”, the SERVER is  down — Schön! 👍🏽 🇩🇪 LIEFERUNG :-)"
        #expect(try cuts(text, .topic) == ["SERVER", "SERVER", "LIEFERUNG"])
        #expect(try cuts(text, .urgency) == ["SERVER", "is  down"])
        #expect(try cuts(text, .language) == ["Ä", "the"])
        #expect(try cuts("der scho\u{308}ne Tag, schön", .sentiment) == ["schön"])
        #expect(try cuts("good 👍🏽 :-)", .sentiment) == ["good", "👍🏽", ":-)"])
    }

    @Test func evidenceNamesTermGroupTableAndLine() throws {
        let evidence = try read("the server is down").evidence
        let hit = try #require(evidence.first { $0.term == "is down" })
        #expect(hit.group == "outage")
        #expect(hit.source == "urgency.tsv:4")
        #expect(hit.weight == 40)
        #expect(hit.span == TextSpan(start: 11, length: 7))
        #expect(evidence.first { $0.aspect == .urgency && $0.term == "server" }?.rule == "repeated")
    }

    @Test(arguments: [
        ("schoen", 600), ("SCHÖN", 600), ("scho\u{308}n", 600), ("nicht schön", -480), ("hilft nicht.", -400),
        ("hilft nicht schön", -480 + 500), ("strasse", 10), ("STRASSE", 10),
        ("good", 600), ("goood", 600), ("goooooood", 600), ("soooo", 1), ("not good", -480), ("not very good", -720),
        ("not bad", 100), ("not a bad", 240), ("not that it was ever good", 600), ("not, good", 600),
        ("not now but good", 600), ("very good", 900), ("it is GOOD", 750), ("hateful", -500), ("good good", 1200),
    ])
    func wordsAreFoldedTurnedAndStrengthened(_ text: String, _ sum: Int) throws {
        #expect(try read(text).evidence.filter { $0.aspect == .sentiment }.map(\.weight).reduce(0, +) == sum)
    }

    @Test func theRuleThatChangedAWeightIsNamed() throws {
        #expect(try read("this is not very GOOD").evidence.last?.rule == "intensified, capitals, negated")
    }

    @Test func aGroupCountsOnceAndItsRepeatsALittle() throws {
        #expect(try read("is down").urgency.score == 40)
        #expect(try read("is down, is down").urgency.score == 45)
        #expect(try read(String(repeating: "is down, ", count: 50)).urgency.score == 50)
        #expect(try read("server is down").urgency.score == 42)
        #expect(try read("is down, thanks").urgency.score == 20)
        #expect(try read("thanks").urgency.score == 0)
        #expect(try read("is down!!", .init(isPrivate: true)).urgency.score == 52)
    }

    @Test func theTeamsWordBeatsTheTables() throws {
        let model = try Self.model(["base_en.tsv", "overrides.tsv"])
        let read = model.read("good", context: .init())
        #expect(read.evidence.map(\.source) == ["overrides.tsv:2"])
        #expect(read.sentiment.score < 0)
    }

    @Test func theSameTextAndTablesGiveTheSameBytes() throws {
        let text = "the server is DOWN, not good!! 👍 der schön " + String(repeating: "bad ", count: 200)
        let first = try Self.model().read(text, context: .init(followers: 5))
        let second = try Self.model(["topics.tsv", "urgency.tsv", "language.tsv", "base_de.tsv", "base_en.tsv"])
            .read(text, context: .init(followers: 5))
        #expect(first == second)
        #expect(first.fingerprint == second.fingerprint)
        #expect(first.evidence.count == 64)
        #expect(try Self.model(["topics.tsv"]).fingerprint != first.fingerprint)
    }

    @Test func onlyTheBeginningOfALongTextIsRead() throws {
        let text = "a" + String(repeating: "ä ", count: 10_000) + "the server is down"
        let read = try read(text)
        #expect(read.urgency.score == 0)
        let cut = try #require(read.evidence.first { $0.rule == "truncated" }?.span)
        #expect((19_990...20_000).contains(cut.start))
        #expect(cut.start + cut.length == text.utf8.count)
        #expect(String(validating: Array(text.utf8.prefix(cut.start)), as: UTF8.self) != nil)
    }

    @Test(arguments: [
        "", " ", "\0", "\0good\0", "😂", String(repeating: "😂", count: 30_000),
        String(repeating: "good ", count: 20_000),
        String(repeating: "a", count: 100_000), "\u{202E}doog", "Z\u{300}\u{301}\u{302}a\u{334}\u{335}lgo",
        "\u{FEFF}\u{200B}",
        "👨‍👩‍👧‍👦🏽\u{200D}", "\u{200D}\u{200D}", "''''", "@", "@@@", "#", "http://", ":", "!!!!", "�", "１２３ ＡＢＣ", "𝐇𝐞𝐥𝐥𝐨",
        String(repeating: "@a", count: 50_000), String(repeating: "!", count: 100_000),
        String(repeating: "'a", count: 50_000),
    ])
    func hostileTextsAreReadInTime(_ text: String) throws {
        let read = try read(text)
        for evidence in read.evidence {
            guard let span = evidence.span else { continue }
            #expect(span.start >= 0 && span.length >= 0 && span.start + span.length <= text.utf8.count)
        }
        #expect(read.evidence.count <= 64)
        #expect((-1000...1000).contains(read.sentiment.score))
    }
}

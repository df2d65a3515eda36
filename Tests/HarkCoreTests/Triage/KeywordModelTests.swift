import Foundation
import HarkCore
import Testing

@Suite("The keyword model") struct KeywordModelTests {
    static let tables = [
        "base_en.tsv": """
        term\tneg\tneu\tpos
        META_BASE\t0\t300\t0
        good\t-600\t0\t600
        so\t0\t0\t1
        bad\t600\t0\t-600
        not bad\t-800\t0\t800
        NOT_good\t1500\t0\t-1500
        hate*\t500\t0\t-500
        *ful\t10\t0\t-10
        👍\t-500\t0\t500
        :-)\t-400\t0\t400
        """,
        "base_de.tsv": "term\tneg\tneu\tpos\nschön\t-600\t0\t600\nstraße\t-10\t0\t10\n",
        "grammar.tsv": """
        term\trole\tweight\tlang
        not\tnegator\t\ten
        very\tintensifier\t1500\ten
        but\tcontrast\t\ten
        nicht\tnegator\t\tde
        """,
        "language.tsv":
            "term\tde\ten\tother\nthe\t0\t900\t0\nder\t900\t0\t0\nCHAR_ä\t500\t0\t0\nMETA_BASE\t0\t100\t0\n",
        "spam.tsv": "term\tweight\nMETA_BASE\t-900\nsubscribe\t2000\n",
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
        "packs/acme.tsv": "term\tneg\tneu\tpos\nMETA_BASE\t0\t0\t0\ngood\t4000\t0\t-4000\n",
        "calibration.tsv": "channel\tterm\tneg\tneu\tpos\nnews\tMETA_BASE\t0\t9000\t0\n",
    ]

    static func model(
        _ names: [String] = [
            "base_en.tsv", "base_de.tsv", "grammar.tsv", "language.tsv", "spam.tsv", "urgency.tsv", "topics.tsv",
        ]
    )
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
        #expect(try cuts("der the Ä", .language).contains("Ä"))
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

    /// The sum of what the hits say for positive less what they say for negative.
    func sum(_ text: String) throws -> [String] {
        try read(text).evidence.filter { $0.aspect == .sentiment }.map(\.term)
    }

    @Test(arguments: [
        ("der schoen", ["schön"]), ("der SCHÖN", ["schön"]), ("der scho\u{308}n", ["schön"]),
        ("der strasse", ["straße"]),
        ("good", ["good"]), ("goood", ["good"]), ("goooooood", ["good"]), ("soooo", ["so"]),
        ("the hateful", ["*ful", "hate*"]), ("the HATEful", ["*ful", "hate*"]), ("the hate’ful", ["*ful", "hate*"]),
        ("the häteful", ["*ful"]), ("the hatefulll", ["hate*"]),
        ("not bad", ["not bad", "bad"]), ("not good", ["NOT_good", "good"]), ("not very good", ["NOT_good", "good"]),
        ("not, good", ["good"]), ("not that it was ever good", ["good"]), ("#notGood", ["NOT_good", "good"]),
        ("the 👍🏽", ["👍"]), ("the der", []),
    ])
    func wordsAreFoldedAndTheirPartsAndNegatorsSeen(_ text: String, _ terms: [String]) throws {
        #expect(try sum(text) == terms)
    }

    @Test func wordsBehindAnIntensifierCountMoreAndThoseBeforeAButLess() throws {
        func weights(_ text: String) throws -> [Int] {
            try read(text).evidence.filter { $0.aspect == .sentiment }.map(\.weight)
        }
        #expect(try weights("good") == [1200])
        #expect(try weights("very good") == [1560])
        #expect(try read("very good").evidence.last?.rule == "intensified")
        let both = try weights("good but bad")
        #expect(both[0] < -both[1])
    }

    @Test func theMostProbableToneIsNamedWithItsProbability() throws {
        let tone = try read("good").sentiment
        #expect(tone.label == .positive)
        #expect(tone.confidence == 500 + 0 || (400...700).contains(tone.confidence ?? 0))
        #expect(tone.isUnsure == ((tone.confidence ?? 0) < Sentiment.unsure))
        #expect(try read("so").sentiment.label == .neutral)
    }

    @Test func eachSentenceIsReadInItsOwnLanguage() throws {
        let text = "the good the. der schön der."
        #expect(try sum(text) == ["good", "schön"])
    }

    @Test func spamIsToldFirst() throws {
        #expect(try read("subscribe").gate == .spam)
        #expect(try read("good").gate == nil)
    }

    @Test func aPackAndAChannelsCalibrationCorrectTheScore() throws {
        let pack = try Self.model(["base_en.tsv", "language.tsv", "packs/acme.tsv"])
        #expect(pack.read("the good", context: .init()).sentiment.label == .negative)
        let channel = try Self.model(["base_en.tsv", "language.tsv", "calibration.tsv"])
        #expect(channel.read("the good", context: .init(channel: "news")).sentiment.label == .neutral)
        #expect(channel.read("the good", context: .init(channel: "mail")).sentiment.label == .positive)
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
        let model = try Self.model(["base_en.tsv", "language.tsv", "overrides.tsv"])
        let read = model.read("good", context: .init())
        #expect(read.evidence.map(\.source) == ["overrides.tsv:2"])
        #expect(read.sentiment.score < 0)
    }

    @Test func evidenceReadBackIsWhatWasJudged() throws {
        let judged = try read("the server is DOWN, not good!!", .init(isPrivate: true))
        #expect(judged.evidence.count > 5)
        let read = try JSONDecoder().decode(Triage.self, from: JSONEncoder().encode(judged))
        #expect(read == judged)
        #expect(read.hashValue == judged.hashValue)
        #expect(read.evidence != EvidenceList(judged.evidence.dropLast()))
    }

    @Test func whatIsSaidForTheLanguageIsSaidOfTheOneThatWasTold() throws {
        let language = "term\tde\ten\tother\nthe\t0\t900\t0\nCHAR_ä\t500\t-200\t-700\n"
        let model = KeywordModel([try KeywordTable.parse(language, file: "language.tsv")])
        let read = model.read("the bänd", context: .init())
        #expect(read.language == .english)
        #expect(read.evidence.map(\.weight) == [900, -200])
    }

    @Test func theSameTextAndTablesGiveTheSameBytes() throws {
        let text = "the server is DOWN, not good!! 👍 der schön. the " + String(repeating: "bad ", count: 200)
        let first = try Self.model().read(text, context: .init(followers: 5))
        let second = try Self.model([
            "topics.tsv", "urgency.tsv", "spam.tsv", "language.tsv", "grammar.tsv", "base_de.tsv", "base_en.tsv",
        ])
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

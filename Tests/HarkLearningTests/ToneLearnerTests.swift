import HarkCore
import HarkLearning
import Testing

@Suite("The learner of tone") struct ToneLearnerTests {
    static let examples: [LabelledExample] = (0..<40).flatMap { number in
        [
            LabelledExample(text: "what a lovely day \(number)", label: "positive", source: "a", language: .english),
            LabelledExample(text: "this is awful \(number)", label: "negative", source: "a", language: .english),
            LabelledExample(text: "the train at noon \(number)", label: "neutral", source: "b", language: .english),
        ]
    }

    @Test func theSameMessagesGiveTheSameBytes() {
        let learner = ToneLearner(.english, grammar: nil)
        #expect(learner.baseTable(Self.examples, mostTerms: 60) == learner.baseTable(Self.examples, mostTerms: 60))
    }

    @Test func whatIsLearnedIsFoundByTheModel() throws {
        let text = ToneLearner(.english, grammar: nil).baseTable(Self.examples, mostTerms: 60)
        let table = try KeywordTable.parse(text, file: "base_en.tsv")
        #expect(table.count <= 60)
        let language = try KeywordTable.parse("term\tde\ten\tother\nMETA_BASE\t0\t900\t0\n", file: "language.tsv")
        let model = KeywordModel([table, language])
        #expect(model.read("such a lovely day", context: .init()).sentiment.label == .positive)
        #expect(model.read("really awful", context: .init()).sentiment.label == .negative)
        let figures = Evaluator(model, task: .sentiment).evaluate(Self.examples) { work in
            work()
            return 1
        }
        #expect(figures.accuracy > 0.9)
        #expect(figures.bySource.keys.sorted() == ["a", "b"])
        #expect(figures.messagesPerSecond == 120)
    }

    @Test func whatPeopleRemoveIsNotLearned() throws {
        let curation = try Curation("table\taction\tterm\tvalue\treason\nbase_en.tsv\tremove\tlovel*\t\ta name\n")
        let text = ToneLearner(.english, grammar: nil, curation: curation).baseTable(Self.examples, mostTerms: 60)
        #expect(!text.contains("lovel"))
        #expect(text.contains("awful"))
    }

    /// The VADER lexicon is published with CR LF, which Swift takes for one character.
    @Test(arguments: ["\n", "\r\n"]) func aLexiconLetsRareWordsLearnFromCommonOnes(lineEnd: String) throws {
        var hints = TermHints()
        hints.addValences(
            ["lovely\t2.8", "delightful\t2.9", "awful\t-2.0", "dreadful\t-1.9"].joined(separator: lineEnd)
        )
        let rare = ["delightful", "dreadful"].flatMap { word in
            (0..<4).map { LabelledExample(text: "\(word) \($0)", label: "neutral", source: "b", language: .english) }
        }
        func spread(_ hints: TermHints) throws -> Int {
            let text = ToneLearner(.english, grammar: nil, hints: hints).baseTable(Self.examples + rare, mostTerms: 60)
            let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("delightful\t") })
            let weights = row.split(separator: "\t").dropFirst().compactMap { Int($0) }
            return weights[2] - weights[0]
        }
        #expect(try spread(hints) > spread(TermHints()))
    }

    @Test func aWordHintedAtByHandIsKnownThoughNoMessageHoldsIt() throws {
        let rows = ["lovely\t3", "awful\t-3", "blissful\t3"].map { "base_en.tsv\thint\t\($0)\t\n" }.joined()
        var hints = TermHints()
        hints.add(try Curation("table\taction\tterm\tvalue\treason\n" + rows), table: "base_en.tsv")
        func row(_ hints: TermHints) -> Substring? {
            ToneLearner(.english, grammar: nil, hints: hints).baseTable(Self.examples, mostTerms: 60)
                .split(separator: "\n").first { $0.hasPrefix("blissful\t") }
        }
        let weights = try #require(row(hints)).split(separator: "\t").dropFirst().compactMap { Int($0) }
        #expect(weights[2] > weights[0] + 100)
        #expect(row(TermHints()) == nil)
    }

    @Test func aPackChangesWhatWordsMean() throws {
        let language = try KeywordTable.parse("term\tde\ten\tother\nMETA_BASE\t0\t900\t0\n", file: "language.tsv")
        let base = KeywordModel([language])
        let text = ToneLearner(.english, grammar: nil).pack(Self.examples, over: base, mostTerms: 60)
        let pack = KeywordModel([language, try KeywordTable.parse(text, file: "packs/x.tsv")])
        #expect(pack.read("this is awful", context: .init()).sentiment.label == .negative)
    }
}

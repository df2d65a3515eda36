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

    @Test func aPackChangesWhatWordsMean() throws {
        let language = try KeywordTable.parse("term\tde\ten\tother\nMETA_BASE\t0\t900\t0\n", file: "language.tsv")
        let base = KeywordModel([language])
        let text = ToneLearner(.english, grammar: nil).pack(Self.examples, over: base, mostTerms: 60)
        let pack = KeywordModel([language, try KeywordTable.parse(text, file: "packs/x.tsv")])
        #expect(pack.read("this is awful", context: .init()).sentiment.label == .negative)
    }
}

import HarkCore
import HarkLearning
import Testing

@Suite("The learner of languages") struct LanguageLearnerTests {
    static let examples: [LabelledExample] = [
        ("de", "der Zug ist schon wieder nicht da :("), ("en", "the train is not here again"),
        ("other", "le train n'est pas encore là"),
    ].flatMap { label, text in
        (0..<30).map { LabelledExample(text: "\(text) \($0)", label: label, source: label) }
    }

    @Test func eachLanguageIsToldByItsWordsAndNoneByASmiley() throws {
        let text = LanguageLearner().table(Self.examples, mostTerms: 200)
        let model = KeywordModel([try KeywordTable.parse(text, file: "language.tsv")])
        for (said, language) in [
            ("wieder nicht da", Language.german), ("not here again", .english), ("pas là", .other),
        ] {
            #expect(model.read(said, context: .init()).language == language)
        }
        #expect(!text.contains(":("))
    }

    @Test func whatPeopleRemoveTellsNoLanguage() throws {
        let curation = try Curation("table\taction\tterm\tvalue\treason\nlanguage.tsv\tremove\tzug\t\ta name\n")
        let text = LanguageLearner(curation: curation).table(Self.examples, mostTerms: 200)
        #expect(text.contains("\nder\t"))
        #expect(!text.contains("\nzug\t"))
    }
}

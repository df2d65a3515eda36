import ArgumentParser
import HarkConfig
import HarkCore
import HarkLearning

extension Keywords {
    struct Rebuild: Action {
        static let configuration = CommandConfiguration(
            abstract: "Learn every shipped table anew from the openly licensed messages and lexicons.",
            discussion: """
                The same data and curation.tsv give the same bytes. Tables written by hand are not touched.

                Example:
                  hark keywords rebuild ../shared/triage
                """
        )

        @Argument(help: ArgumentHelp("The folder with sentiment_en_open.tsv and its neighbours.", valueName: "folder"))
        var data: String

        @OptionGroup var tables: KeywordOptions
        @OptionGroup var output: OutputOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(output, in: surroundings)
            let curation = try tables.curation()
            let grammar = try KeywordTable.parse(
                try TextFile.read(tables.keywords + "/grammar.tsv"),
                file: "grammar.tsv"
            )
            for language in [Language.german, .english] {
                let name = "base_\(language.rawValue).tsv"
                let examples = try KeywordOptions.examples(
                    ["\(data)/sentiment_\(language.rawValue)_open.tsv"],
                    .sentiment
                )
                let hints = try hints(language, curation)
                let learner = ToneLearner(language, grammar: grammar, hints: hints, curation: curation)
                try write(learner.baseTable(examples), name, console)
            }
            let spam = try KeywordOptions.examples(["\(data)/spam_en_open.tsv"], .spam)
            let german = try messages("de")
            let english = try messages("en")
            // There are many more English ones than German ones; for what is ordinary every sixth says enough.
            let ordinary = german + english.enumerated().filter { $0.offset % 6 == 0 }.map(\.element)
            try write(SpamLearner(curation: curation).table(spam, ordinary: ordinary), "spam.tsv", console)
            let others = try KeywordOptions.examples([tables.keywords + "/other.tsv"], .language)
            let learner = LanguageLearner(curation: curation)
            try write(learner.table(german + english + others), "language.tsv", console)
            return .done
        }

        private func write(_ text: String, _ name: String, _ console: Console) throws(Failure) {
            try TableFile.write(text, tables.keywords + "/" + name)
            console.say("\(name): \(text.utf8.filter { $0 == 10 }.count) lines")
        }

        private func hints(_ language: Language, _ curation: Curation) throws(Failure) -> TermHints {
            var hints = TermHints()
            hints.addValences(try TextFile.read(data + "/lexicons/vader_lexicon.txt"))
            hints.addEmoji(try TextFile.read(data + "/lexicons/emoji_sentiment_ranking_v1.0.csv"))
            hints.add(curation, table: "base_\(language.rawValue).tsv")
            return hints
        }

        private func messages(_ language: String) throws(Failure) -> [LabelledExample] {
            try KeywordOptions.examples(["\(data)/sentiment_\(language)_open.tsv"], .language)
        }
    }
}

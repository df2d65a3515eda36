import ArgumentParser
import HarkConfig
import HarkCore
import HarkLearning

extension Keywords {
    struct Explain: Action {
        static let configuration = CommandConfiguration(
            abstract: "Judge one text and name every term that counted, with its table and line.",
            discussion: """
                Example:
                  hark keywords explain "nobody answers since monday"
                """
        )

        @Argument(help: "The text.")
        var text: String

        @Option(help: ArgumentHelp("Judge with this pack.", valueName: "name"))
        var pack: [String] = []

        @OptionGroup var tables: KeywordOptions
        @OptionGroup var output: OutputOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(output, in: surroundings)
            let triage = KeywordModel(try tables.tables(packs: pack)).read(text, context: TriageContext())
            if console.isJSON {
                try console.json(triage)
            } else {
                console.data(TriagePage.render(triage, of: text, style: console.style))
            }
            return .done
        }
    }
}

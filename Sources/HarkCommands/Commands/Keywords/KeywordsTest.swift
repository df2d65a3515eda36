import ArgumentParser
import HarkConfig
import HarkCore
import HarkLearning

extension Keywords {
    struct Test: Action {
        static let configuration = CommandConfiguration(
            abstract: "Judge the golden messages of golden.tsv; ends with 1 when one gets another level.",
            discussion: """
                Columns: text, urgency (the level it must get), and a note.

                Example:
                  hark keywords test
                """
        )

        @OptionGroup var tables: KeywordOptions
        @OptionGroup var output: OutputOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(output, in: surroundings)
            let model = KeywordModel(try KeywordFolder.tables(tables.keywords))
            let examples = try KeywordOptions.examples([tables.keywords + "/golden.tsv"], .urgency)
            let answers = Evaluator(model, task: .urgency).answers(examples)
            let wrong = zip(examples, answers).filter { $0.label != $1 }
            let table = Table(
                columns: [.init(title: "EXPECTED"), .init(title: "JUDGED"), .init(title: "TEXT", least: 20)],
                rows: wrong.map { [.init($0.label), .init($1), .init($0.text)] }
            )
            console.data(table.render(console.style))
            console.say("\(examples.count - wrong.count) of \(examples.count) golden messages keep their level")
            return wrong.isEmpty ? .done : .failed
        }
    }
}

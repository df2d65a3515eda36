import ArgumentParser
import HarkConfig
import HarkCore
import HarkLearning

extension Keywords {
    struct Diff: Action {
        static let configuration = CommandConfiguration(
            abstract: "Compare two folders of tables: rows, and on a corpus the messages that are judged otherwise.",
            discussion: """
                Ends with 1 when something differs.

                Example:
                  hark keywords diff Config/keywords Config/keywords
                """
        )

        @Argument(help: ArgumentHelp("The folder before.", valueName: "folder"))
        var before: String

        @Argument(help: ArgumentHelp("The folder after.", valueName: "folder"))
        var after: String

        @Option(help: ArgumentHelp("Labelled messages to judge with both.", valueName: "file.tsv"))
        var on: String?

        @Option(help: "sentiment, urgency, spam, language or intent.", transform: EvaluationTask.read)
        var task = EvaluationTask.sentiment

        @Option(help: ArgumentHelp("How many rows and messages to show.", valueName: "number"))
        var limit = 20

        @OptionGroup var output: OutputOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(output, in: surroundings)
            let old = try KeywordFolder.tables(before)
            let new = try KeywordFolder.tables(after)
            var comparison = TableComparison(old, new)
            if let on {
                let examples = try KeywordOptions.examples([on], task)
                comparison.judge(examples, task: task, KeywordModel(old), KeywordModel(new))
            }
            if console.isJSON {
                try console.json(comparison.report)
            } else {
                console.data(ComparisonPage.render(comparison.report, limit: limit, style: console.style))
            }
            return comparison.report.isEmpty ? .done : .failed
        }
    }
}

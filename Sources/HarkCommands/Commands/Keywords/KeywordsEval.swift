import ArgumentParser
import HarkConfig
import HarkCore
import HarkLearning

extension Keywords {
    struct Eval: Action {
        static let configuration = CommandConfiguration(
            abstract: "Say how well the tables judge labelled messages.",
            discussion: """
                The file is tab-separated with a header: text, and label (else the task's own column: urgency, intent, \
                and lang for language); source and lang where there are any.

                Example:
                  hark keywords eval Config/keywords/golden.tsv --task urgency
                """
        )

        @Argument(help: ArgumentHelp("The labelled messages.", valueName: "file.tsv"))
        var file: String

        @Option(help: "sentiment, urgency, spam, language or intent.", transform: EvaluationTask.read)
        var task = EvaluationTask.sentiment

        @Option(
            name: .customLong("calibrate"),
            help: ArgumentHelp("Calibrate each source on these messages first.", valueName: "file.tsv")
        )
        var calibration: [String] = []

        @Option(help: ArgumentHelp("Judge with this pack.", valueName: "name"))
        var pack: [String] = []

        @OptionGroup var tables: KeywordOptions
        @OptionGroup var output: OutputOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(output, in: surroundings)
            let examples = try KeywordOptions.examples([file], task)
            let evaluation = Evaluator(try model(), task: task).evaluate(examples, measure: Stopwatch.seconds)
            if console.isJSON {
                try console.json(evaluation)
            } else {
                console.data(EvaluationPage.render(evaluation, style: console.style))
            }
            return .done
        }

        private func model() throws(Failure) -> KeywordModel {
            let tables = try tables.tables(packs: pack)
            let model = KeywordModel(tables)
            guard !calibration.isEmpty else { return model }
            let learned = CalibrationLearner(model).learn(try KeywordOptions.examples(calibration, .sentiment))
            let table = try KeywordTable.parse(learned, file: "calibration.tsv")
            return KeywordModel(tables.filter { $0.file != table.file } + [table])
        }
    }
}

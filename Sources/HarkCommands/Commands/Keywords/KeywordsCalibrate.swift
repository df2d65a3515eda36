import ArgumentParser
import HarkConfig
import HarkCore
import HarkLearning

extension Keywords {
    struct Calibrate: Action {
        static let configuration = CommandConfiguration(
            abstract: "Fit what the scores are worth on each source: twelve numbers each.",
            discussion: """
                Prints calibration.tsv; with --write puts it into the folder. A source is a channel's name. Where a pack is \
                in force nothing need be calibrated, least of all by the messages it was learned from: of those the model \
                is surer than of others.

                Example:
                  hark keywords calibrate labelled.tsv
                """
        )

        @Argument(help: ArgumentHelp("Labelled messages with a source.", valueName: "files.tsv"))
        var files: [String]

        @Flag(help: "Write calibration.tsv into the folder.")
        var write = false

        @OptionGroup var tables: KeywordOptions
        @OptionGroup var output: OutputOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(output, in: surroundings)
            let model = KeywordModel(try tables.tables().filter { $0.file != "calibration.tsv" })
            let text = CalibrationLearner(model).learn(try KeywordOptions.examples(files, .sentiment))
            if write {
                try TableFile.write(text, tables.keywords + "/calibration.tsv")
                console.say("written to \(tables.keywords)/calibration.tsv")
            } else {
                console.data(text)
            }
            return .done
        }
    }
}

import ArgumentParser
import HarkConfig
import HarkCore
import HarkLearning

extension Keywords {
    struct Lint: Action {
        static let configuration = CommandConfiguration(
            abstract: "Name rows that are wrong, contradict each other, or can never count, with file and line.",
            discussion: """
                Example:
                  hark keywords lint
                """
        )

        @OptionGroup var tables: KeywordOptions
        @OptionGroup var output: OutputOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(output, in: surroundings)
            _ = try tables.curation()
            let found = TableReview(try KeywordFolder.tables(tables.keywords)).findings
            if console.isJSON {
                try console.json(Listing(found))
            } else {
                for finding in found {
                    console.data(console.style.paint("\(finding.source): \(finding.detail)") + "\n")
                }
                console.say(found.isEmpty ? "nothing to mend" : "\(found.count) rows to look at")
            }
            return found.isEmpty ? .done : .failed
        }
    }
}

import ArgumentParser
import HarkCore

extension SLA {
    struct Cases: Action {
        static let configuration = CommandConfiguration(
            abstract: "Hold the business-time engine to a file of outside results.",
            discussion: """
                Prints agreements and disagreements by kind and by source, and each disagreement with what was expected and \
                what the engine says. Ends with 1 when there is one.

                Example:
                  hark sla cases cases.json
                """
        )

        @Argument(help: ArgumentHelp("The case file; - for standard input.", valueName: "file.json"))
        var file: String

        @OptionGroup var output: OutputOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(output, in: surroundings)
            let text = try surroundings.text(of: file)
            let cases: CaseFile
            do throws(CaseProblem) { cases = try CaseFile(Array(text.utf8)) } catch {
                throw Failure(.unprocessable, "\(file): \(error)")
            }
            let report = CaseRun(cases).report()
            if console.isJSON {
                try console.json(report)
            } else if console.isQuiet {
                console.data(report.disagreements.map { TerminalText.line($0.id) + "\n" }.joined())
            } else {
                console.data(CaseReportPage.render(report, style: console.style))
            }
            return report.disagree == 0 ? .done : .failed
        }
    }
}

extension Surroundings {
    /// A file's text, or what stands on standard input for `-`.
    func text(of file: String) throws -> String {
        guard file != "-" else { return try readInput() }
        do { return try readFile(file) } catch {
            throw Failure(.unprocessable, "\(file) cannot be read; does it exist, and is it UTF-8 text?")
        }
    }
}

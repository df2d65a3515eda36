import ArgumentParser
import Foundation
import HarkConfig
import HarkCore
import HarkLearning

struct Keywords: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge, teach and compare the keyword tables, on files and without a server.",
        subcommands: [
            Eval.self, Learn.self, Calibrate.self, Diff.self, Lint.self, Explain.self, Test.self, Rebuild.self,
        ]
    )
}

/// The folder of tables a command works on, and the packs that take part.
struct KeywordOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the keyword tables.", valueName: "folder"))
    var keywords = Self.folder

    /// Where the tables are when nobody says.
    static let folder = "Config/keywords"

    /// The tables, with the packs named; without a name no pack takes part.
    func tables(packs: [String] = []) throws(Failure) -> [KeywordTable] {
        try KeywordFolder.tables(keywords, packs: .only(packs))
    }

    /// What people tell the learner; nothing where the folder has no such table.
    func curation() throws(Failure) -> Curation {
        let file = keywords + "/curation.tsv"
        return FileManager.default.fileExists(atPath: file) ? try Curation(try TextFile.read(file)) : .none
    }

    /// The examples of several files.
    static func examples(_ files: [String], _ task: EvaluationTask) throws(Failure) -> [LabelledExample] {
        var examples: [LabelledExample] = []
        for file in files { examples += try ExampleTable.read(try TextFile.read(file), file: file, task: task) }
        return examples
    }
}

extension EvaluationTask {
    /// The task of a word on the command line.
    static func read(_ text: String) throws -> EvaluationTask {
        guard let task = EvaluationTask(rawValue: text) else {
            let known = allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("“\(text)” is no task; known are \(known)")
        }
        return task
    }
}

/// How long work takes, in seconds.
enum Stopwatch {
    static func seconds(_ work: () -> Void) -> Double {
        let taken = ContinuousClock().measure(work).components
        return Double(taken.seconds) + Double(taken.attoseconds) / 1e18
    }
}

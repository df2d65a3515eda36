import ArgumentParser
import HarkConfig
import HarkCore
import HarkLearning

/// What the team's corrections teach, as a proposal: one table, what it would change, and how often the model agrees with
/// the team before and after.
struct CorrectionLesson {
    /// Fewer corrections of tone than this teach no words: a full learning from a hundred labels judged worse than none.
    static let enough = 300
    /// Fewer than this do not even say what the scores are worth.
    static let least = 60

    /// What `--json` prints.
    struct Proposal: Encodable {
        /// How often the model agrees with the team.
        struct Agreement: Encodable {
            var corrections: Int
            var before: Int
            var after: Int
        }

        /// The table that is proposed.
        var file: String
        var tone: Agreement
        var urgency: Agreement
        /// Rows that differ, and messages of late that would be judged otherwise.
        var changes: TableComparison.Report
        var applied: Bool
    }

    private let text: String
    private(set) var proposal: Proposal
    private let folder: String

    init(_ lessons: StoredLessons, pack: String, mostTerms: Int) throws {
        let options = try KeywordOptions.parse(["--keywords", lessons.keywords])
        let examples = lessons.examples(of: .sentiment)
        let old = try KeywordFolder.tables(lessons.keywords)
        let name: String
        if examples.count < Self.enough {
            name = "calibration.tsv"
            text = CalibrationLearner(KeywordModel(old.filter { $0.file != "calibration.tsv" })).learn(examples)
        } else {
            let lesson = try Lesson(options, examples, pack: pack, base: nil, mostTerms: mostTerms)
            name = lesson.file
            text = lesson.table(of: examples)
        }
        folder = lessons.keywords
        let new = old.filter { $0.file != name } + [try KeywordTable.parse(text, file: name)]
        let (before, after) = (KeywordModel(old), KeywordModel(new))
        func agreement(_ task: EvaluationTask) -> Proposal.Agreement {
            let examples = lessons.examples(of: task)
            func right(_ model: KeywordModel) -> Int {
                zip(examples, Evaluator(model, task: task).answers(examples)).count { $0.label == $1 }
            }
            return .init(corrections: examples.count, before: right(before), after: right(after))
        }
        var comparison = TableComparison(old, new)
        comparison.judge(lessons.recent, task: .sentiment, before, after)
        proposal = Proposal(
            file: name,
            tone: agreement(.sentiment),
            urgency: agreement(.urgency),
            changes: comparison.report,
            applied: false
        )
    }

    /// Writes the table into the folder; the service reads it when it is told.
    mutating func apply() throws(Failure) {
        try TableFile.write(text, folder + "/" + proposal.file)
        proposal.applied = true
    }

    /// What was proposed, in sentences.
    var sentences: [String] {
        let (tone, urgency) = (proposal.tone, proposal.urgency)
        var lines = [
            "\(tone.corrections) corrections of tone: the model agrees with \(tone.before), with the proposal \(tone.after)"
        ]
        if tone.corrections < Self.enough {
            lines.append(
                "below \(Self.enough) only calibration.tsv is learned: words learned from fewer labels judge worse than none"
            )
        }
        if urgency.corrections > 0 {
            lines.append(
                "\(urgency.corrections) corrections of urgency: the model agrees with \(urgency.before), with the proposal "
                    + "\(urgency.after). No points are learned from them: change urgency.tsv or overrides.tsv, "
                    + "then hark replay"
            )
        }
        lines.append(
            proposal.applied
                ? "\(proposal.file) is written; SIGHUP or a restart of hark serve puts it in force"
                : "nothing was written; --apply writes \(proposal.file)"
        )
        return lines
    }
}

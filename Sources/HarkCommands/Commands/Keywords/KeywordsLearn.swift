import ArgumentParser
import Foundation
import HarkConfig
import HarkCore
import HarkLearning

extension Keywords {
    struct Learn: Action {
        static let configuration = CommandConfiguration(
            abstract: "Learn a pack, or a base table, from labelled messages.",
            discussion: """
                The same messages and tables give the same bytes. The figures before and after are of every fifth \
                message, left out of a first learning; what is written is learned from all. Without --pack and --base \
                the table is written to standard output.

                --from-corrections learns from what the team has corrected by hark mark, read from the database of \
                --config. It only proposes: what the table would change, and which messages of late (--since) would be \
                judged otherwise. --apply writes it. Below 300 corrections of tone it only calibrates, for fewer labels \
                teach words badly, and below 60 it teaches nothing; urgency and topics are not learned but counted.

                Example:
                  hark keywords learn labelled.tsv --pack acme
                """
        )

        @Argument(help: ArgumentHelp("The labelled messages.", valueName: "files.tsv"))
        var files: [String] = []

        @Flag(help: "Learn from the team's corrections in the database.")
        var fromCorrections = false

        @Option(help: ArgumentHelp("The configuration whose database and tables are read.", valueName: "path"))
        var config = "Config/hark.yaml"

        @Option(help: ArgumentHelp("How far back to look for what would be judged otherwise.", valueName: "span"))
        var since = "30d"

        @Flag(help: "Write what the corrections teach.")
        var apply = false

        @Option(
            help: ArgumentHelp("Learn this base table anew, or, with --pack, learn on top of it.", valueName: "table")
        )
        var base: String?

        @Option(help: ArgumentHelp("Write the pack of this name: what words mean in one trade.", valueName: "name"))
        var pack: String?

        @Option(help: ArgumentHelp("The most terms the table may have, 10 to 10000.", valueName: "number"))
        var maxTerms = 3000

        @OptionGroup var tables: KeywordOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard (10...10_000).contains(maxTerms) else { throw ValidationError("--max-terms is from 10 to 10000") }
            if let pack, pack.isEmpty || pack.contains("/") || pack.hasPrefix(".") {
                throw ValidationError("“\(pack)” is no name for a pack; use letters, digits and -")
            }
            if fromCorrections {
                guard files.isEmpty, base == nil, pack != nil else {
                    throw ValidationError("--from-corrections takes --pack NAME, and neither files nor --base")
                }
                guard tables.keywords == KeywordOptions.folder else {
                    throw ValidationError("--from-corrections reads the tables that --config names, not --keywords")
                }
            } else if files.isEmpty || apply {
                throw ValidationError(
                    apply ? "--apply goes with --from-corrections" : "name files of labelled messages"
                )
            }
            if let base, Self.file(base) == nil {
                throw ValidationError("“\(base)” is no base table; write base_de or base_en")
            }
        }

        /// The base table's file name, of a path or a short name.
        private static func file(_ base: String) -> String? {
            let name = base.split(separator: "/").last.map(String.init) ?? base
            let file = name.hasSuffix(".tsv") ? name : name + ".tsv"
            return ["base_de.tsv", "base_en.tsv"].contains(file) ? file : nil
        }

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(output, in: surroundings)
            if fromCorrections { return try await learnFromCorrections(console, surroundings) }
            let examples = try KeywordOptions.examples(files, .sentiment)
            let lesson = try Lesson(tables, examples, pack: pack, base: base.flatMap(Self.file), mostTerms: maxTerms)
            let (before, after) = try lesson.rehearsal()
            let text = lesson.table(of: examples)
            if pack == nil, base == nil, !console.isJSON {
                console.data(text)
            } else {
                try lesson.write(text)
            }
            if console.isJSON {
                try console.json(Report(file: lesson.file, before: before, after: after))
            } else {
                console.say("\(lesson.file): \(examples.count) messages, \(text.utf8.filter { $0 == 10 }.count) lines")
                console.say("before: " + EvaluationPage.sentence(before))
                console.say("after:  " + EvaluationPage.sentence(after))
            }
            return .done
        }

        private func learnFromCorrections(_ console: Console, _ surroundings: Surroundings) async throws -> ExitStatus {
            guard let span = Span(written: since), span > .zero else {
                throw ValidationError("“\(since)” is no duration; write 24h, 7d or 30d")
            }
            let lessons = try await surroundings.local.lessons(config, span)
            let count = lessons.examples(of: .sentiment).count
            guard count >= CorrectionLesson.least else {
                throw Failure(
                    .unprocessable,
                    "\(count) corrections of tone teach nothing yet: from \(CorrectionLesson.least) on the scores are "
                        + "calibrated, from \(CorrectionLesson.enough) on words are learned; hark mark ID "
                        + "sentiment=negative corrects"
                )
            }
            var lesson = try CorrectionLesson(lessons, pack: pack ?? "", mostTerms: maxTerms)
            if apply { try lesson.apply() }
            if console.isJSON {
                try console.json(lesson.proposal)
            } else {
                console.data(ComparisonPage.render(lesson.proposal.changes, limit: 10, style: console.style))
                for sentence in lesson.sentences { console.say(sentence) }
            }
            return .done
        }

        /// What `--json` prints.
        struct Report: Encodable {
            var file: String
            var before: Evaluation
            var after: Evaluation
        }
    }
}

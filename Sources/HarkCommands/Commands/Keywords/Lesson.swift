import Foundation
import HarkConfig
import HarkCore
import HarkLearning

/// One run of the learner: which table is learned, from what, and where it is written.
struct Lesson {
    /// The table's file in the folder.
    let file: String
    private let tables: [KeywordTable]
    private let folder: String
    private let learner: ToneLearner
    private let isPack: Bool
    private let mostTerms: Int
    private let examples: [LabelledExample]

    init(
        _ options: KeywordOptions,
        _ examples: [LabelledExample],
        pack: String?,
        base: String?,
        mostTerms: Int
    ) throws(Failure) {
        tables = try options.tables()
        folder = options.keywords
        self.examples = examples
        self.mostTerms = mostTerms
        isPack = base == nil || pack != nil
        let german = base.map { $0 == "base_de.tsv" } ?? (Self.count(.german, examples) * 2 > examples.count)
        let language: Language = german ? .german : .english
        file = isPack ? "packs/\(pack ?? "preview").tsv" : base ?? ""
        let curation = try options.curation()
        var hints = TermHints()
        if !isPack { hints.add(curation, table: file) }
        learner = ToneLearner(
            language,
            grammar: tables.first { $0.file == "grammar.tsv" },
            hints: hints,
            curation: curation
        )
    }

    private static func count(_ language: Language, _ examples: [LabelledExample]) -> Int {
        examples.filter { $0.language == language }.count
    }

    /// The table that all examples, or some, teach.
    func table(of examples: [LabelledExample]) -> String {
        isPack
            ? learner.pack(examples, over: KeywordModel(tables), mostTerms: mostTerms)
            : learner.baseTable(examples, mostTerms: mostTerms)
    }

    /// The figures of every fifth example without and with what the others teach.
    func rehearsal() throws(Failure) -> (before: Evaluation, after: Evaluation) {
        let test = examples.enumerated().filter { $0.offset % 5 == 0 }.map(\.element)
        let train = examples.enumerated().filter { $0.offset % 5 != 0 }.map(\.element)
        let learned = try KeywordTable.parse(table(of: train), file: file)
        let after = KeywordModel(tables.filter { $0.file != file } + [learned])
        func evaluation(_ model: KeywordModel) -> Evaluation {
            Evaluator(model, task: .sentiment).evaluate(test, measure: Stopwatch.seconds)
        }
        return (evaluation(KeywordModel(tables)), evaluation(after))
    }

    /// Writes the table into the folder. Throws a ``Failure`` that says why it cannot.
    func write(_ text: String) throws(Failure) { try TableFile.write(text, folder + "/" + file) }
}

/// Writes tables: whole or not at all.
enum TableFile {
    static func write(_ text: String, _ path: String) throws(Failure) {
        let url = URL(fileURLWithPath: path)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: url, options: .atomic)
        } catch {
            throw Failure(.badConfiguration, "\(path) cannot be written; check the folder's permissions")
        }
    }
}

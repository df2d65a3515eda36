public import HarkCore

/// What two sets of tables do not have in common, and which messages they judge otherwise.
public struct TableComparison: Sendable {
    /// A row that differs.
    public struct Row: Sendable, Hashable, Codable {
        /// The table's file.
        public var table: String
        /// The term.
        public var term: String
        /// What it said; nil where it was not there.
        public var before: String?
        /// What it says; nil where it is not there any more.
        public var after: String?
    }

    /// A message that is judged otherwise.
    public struct Flip: Sendable, Hashable, Codable {
        /// The message.
        public var text: String
        /// What people said it is.
        public var label: String
        /// The answer before.
        public var before: String
        /// The answer after.
        public var after: String
    }

    /// All that differs.
    public struct Report: Sendable, Hashable, Codable {
        /// Rows that are new.
        public var added: [Row] = []
        /// Rows that are gone.
        public var removed: [Row] = []
        /// Rows with other weights or groups.
        public var changed: [Row] = []
        /// How many messages were judged by both; nil without a corpus.
        public var judged: Int?
        /// Those that are judged otherwise.
        public var flips: [Flip] = []

        /// Whether nothing differs.
        public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty && flips.isEmpty }
    }

    /// All that differs.
    public private(set) var report = Report()

    /// Compares the rows of tables.
    public init(_ before: [KeywordTable], _ after: [KeywordTable]) {
        let old = Self.rows(before)
        let new = Self.rows(after)
        for (key, value) in old.sorted(by: { $0.key < $1.key }) {
            let row = Row(table: key.table, term: key.term, before: value, after: new[key])
            if new[key] == nil { report.removed.append(row) } else if new[key] != value { report.changed.append(row) }
        }
        for (key, value) in new.sorted(by: { $0.key < $1.key }) where old[key] == nil {
            report.added.append(Row(table: key.table, term: key.term, before: nil, after: value))
        }
    }

    /// Lets two models judge the same messages.
    public mutating func judge(
        _ examples: [LabelledExample],
        task: EvaluationTask,
        _ before: KeywordModel,
        _ after: KeywordModel
    ) {
        let old = Evaluator(before, task: task).answers(examples)
        let new = Evaluator(after, task: task).answers(examples)
        report.judged = examples.count
        for (number, example) in examples.enumerated() where old[number] != new[number] {
            report.flips.append(Flip(text: example.text, label: example.label, before: old[number], after: new[number]))
        }
    }

    private struct Key: Hashable, Comparable {
        var table: String
        var term: String
        var detail: String

        static func < (left: Key, right: Key) -> Bool {
            (left.table, left.term, left.detail) < (right.table, right.term, right.detail)
        }
    }

    private static func rows(_ tables: [KeywordTable]) -> [Key: String] {
        var rows: [Key: String] = [:]
        for table in tables {
            for row in table.rows {
                // One term may have several topics, one in each language.
                let detail = (row.slot == .topic ? row.group ?? "" : "") + (row.language?.rawValue ?? "")
                let key = Key(table: table.file, term: row.term, detail: detail)
                rows[key] = ([row.group].compactMap(\.self) + row.weights.values.map(String.init)).joined(
                    separator: " "
                )
            }
        }
        return rows
    }
}

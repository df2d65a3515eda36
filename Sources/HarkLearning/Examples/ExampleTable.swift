public import HarkCore

/// Reads labelled examples: tab-separated, a header, the columns `text` and `label` (else the task's own), `source` and
/// `lang` where there are any.
public enum ExampleTable {
    /// The examples of a file. Throws a ``Failure`` that names every wrong row by file, line and column.
    public static func read(_ text: String, file: String, task: EvaluationTask) throws(Failure) -> [LabelledExample] {
        var reader = Reader(file: file, task: task)
        reader.read(text)
        guard reader.problems.isEmpty else {
            throw Failure(
                .badConfiguration,
                "\(file) is no table of labelled messages",
                problems: Array(reader.problems.prefix(20))
            )
        }
        return reader.examples
    }

    private struct Reader {
        let file: String
        let task: EvaluationTask
        var examples: [LabelledExample] = []
        var problems: [Failure.Problem] = []
        private var columns: [String] = []
        private var label = ""
        private var line = 0

        init(file: String, task: EvaluationTask) {
            self.file = file
            self.task = task
        }

        mutating func read(_ text: String) {
            for bytes in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                line += 1
                var bytes = bytes
                if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
                // Before the header a line may be a remark.
                if bytes.isEmpty || (columns.isEmpty && bytes.first == UInt8(ascii: "#")) { continue }
                let cells = bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                    .map { String(decoding: $0, as: UTF8.self) }
                if columns.isEmpty {
                    guard header(cells) else { return }
                } else {
                    row(cells)
                }
            }
            if columns.isEmpty { wrong("the file is empty; its first line names the columns") }
        }

        private mutating func wrong(_ detail: String) {
            problems.append(.init(pointer: "\(file):\(max(line, 1))", detail: detail))
        }

        private mutating func header(_ cells: [String]) -> Bool {
            columns = cells
            // For language the column `lang` is meant, even where a label of another task stands beside it.
            let names = task == .language ? ["lang", "label"] : ["label", task.column]
            guard let found = names.first(where: cells.contains), cells.contains("text") else {
                wrong("the columns text and \(names.joined(separator: " or ")) are needed, separated by tabs")
                return false
            }
            label = found
            return true
        }

        private mutating func row(_ cells: [String]) {
            guard cells.count == columns.count else {
                return wrong(
                    "column \(min(cells.count, columns.count)): \(cells.count) cells, but the header names \(columns.count)"
                )
            }
            func cell(_ name: String) -> String? { columns.firstIndex(of: name).map { cells[$0] } }
            let language = cell("lang").flatMap { $0.isEmpty ? nil : Language(rawValue: $0) ?? .other }
            var value = cell(label) ?? ""
            if task == .language { value = Language(rawValue: value)?.rawValue ?? "other" }
            guard task.classes.contains(value) else {
                let column = (columns.firstIndex(of: label) ?? 0) + 1
                return wrong(
                    "column \(column): “\(value.prefix(40))” is none of \(task.classes.joined(separator: ", "))"
                )
            }
            let source = cell("source") ?? ""
            let text = Self.unmasked(cell("text") ?? "")
            examples.append(LabelledExample(text: text, label: value, source: source, language: language))
        }

        /// Where collectors masked a telephone number, a number stands again, as in a message that arrives: the word
        /// “phone” is no number, and speaks for nothing.
        private static func unmasked(_ text: String) -> String {
            guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
            return text.replacing("<phone>", with: "07700900123")
        }
    }
}

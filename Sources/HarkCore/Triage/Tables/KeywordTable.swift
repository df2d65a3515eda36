/// One file of keywords, read: rows a team edits, each with the line it stands in.
public struct KeywordTable: Sendable, Hashable {
    /// The file's name, as evidence cites it.
    public let file: String
    /// How many rows it has.
    public var count: Int { rows.count }

    package let kind: Kind
    package let rows: [KeywordRow]
    /// Hash of every byte of the file.
    package let checksum: UInt64

    package init(file: String, kind: Kind, rows: [KeywordRow], checksum: UInt64) {
        self.file = file
        self.kind = kind
        self.rows = rows
        self.checksum = checksum
    }

    /// Reads a table: tab-separated, the first line names the columns, `#` begins a comment.
    ///
    /// Throws a ``Failure`` that names every bad row by file and line.
    public static func parse(_ text: String, file: String) throws(Failure) -> KeywordTable {
        guard let kind = Kind(file: file) else {
            throw Failure(
                .badConfiguration,
                "\(file) is no keyword table; known are \(files.joined(separator: ", ")) and packs/*.tsv",
                problems: [.init(pointer: "\(file):1", detail: "unknown table")]
            )
        }
        var parser = KeywordTableParser(file: file, kind: kind)
        parser.read(text)
        guard parser.problems.isEmpty else {
            let count = parser.problems.count == 1 ? "one mistake" : "\(parser.problems.count) mistakes"
            throw Failure(.badConfiguration, "\(file) has \(count)", problems: parser.problems)
        }
        var hash = TextHash()
        hash.add(text)
        return KeywordTable(file: file, kind: kind, rows: parser.rows, checksum: hash.value)
    }
}

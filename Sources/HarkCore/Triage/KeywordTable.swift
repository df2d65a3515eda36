/// One file of keywords, read: rows a team edits, each with the line it stands in.
public struct KeywordTable: Sendable, Hashable {
    /// What a file's rows are about; follows from its name.
    enum Kind: Hashable, Sendable {
        /// `base_de.tsv`, `base_en.tsv`, and `base_any.tsv` for every language.
        case sentiment(Language?)
        case urgency, topics, language, overrides
    }

    /// The file's name, as evidence cites it.
    public let file: String
    /// How many rows it has.
    public var count: Int { rows.count }

    let kind: Kind
    let rows: [KeywordRow]
    /// Hash of every byte of the file.
    let checksum: UInt64

    /// The files a keyword folder may hold.
    public static let files = [
        "base_any.tsv", "base_de.tsv", "base_en.tsv", "language.tsv", "overrides.tsv", "topics.tsv", "urgency.tsv",
    ]

    /// Reads a table: tab-separated, the first line names the columns, `#` begins a comment.
    ///
    /// Throws a ``Failure`` that names every bad row by file and line.
    public static func parse(_ text: String, file: String) throws(Failure) -> KeywordTable {
        guard let kind = Kind(file: file) else {
            throw Failure(
                .badConfiguration,
                "\(file) is no keyword table; known are \(files.joined(separator: ", "))",
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

extension KeywordTable.Kind {
    init?(file: String) {
        switch file {
        case "base_any.tsv": self = .sentiment(nil)
        case "base_de.tsv": self = .sentiment(.german)
        case "base_en.tsv": self = .sentiment(.english)
        case "urgency.tsv": self = .urgency
        case "topics.tsv": self = .topics
        case "language.tsv": self = .language
        case "overrides.tsv": self = .overrides
        default: return nil
        }
    }

    /// The columns a file may have; the required ones first.
    var columns: (required: [String], optional: [String]) {
        switch self {
        case .sentiment: (["term", "weight"], ["group", "note"])
        case .urgency: (["term", "group", "weight"], ["lang", "note"])
        case .topics: (["term", "topic"], ["lang", "note"])
        case .language: (["term", "lang", "weight"], ["note"])
        case .overrides: (["term", "aspect", "group", "weight"], ["lang", "note"])
        }
    }
}

/// Reads the lines of a table and notes every one that is wrong.
struct KeywordTableParser {
    let file: String
    let kind: KeywordTable.Kind
    private(set) var rows: [KeywordRow] = []
    private(set) var problems: [Failure.Problem] = []
    private var columns: [String] = []
    private var line = 0
    private var places: [String: Int] = [:]
    private var groupWeights: [String: Int] = [:]

    /// More rows than this are no table that a person edits.
    static let mostRows = 20_000

    init(file: String, kind: KeywordTable.Kind) {
        self.file = file
        self.kind = kind
    }

    mutating func read(_ text: String) {
        // On the bytes: a Character of Swift may hold CR and LF together.
        // Spreadsheets put a byte order mark before everything.
        let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        for bytes in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            var bytes = bytes
            if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
            let content = Substring(bytes)
            if content.hasPrefix("#") || content.utf8.allSatisfy({ $0 <= 32 }) { continue }
            guard rows.count < Self.mostRows else { return wrong("more than \(Self.mostRows) rows; split the table") }
            let cells = content.split(separator: "\t", omittingEmptySubsequences: false).map { Self.trimmed($0) }
            if columns.isEmpty {
                guard header(cells) else { return }
            } else {
                row(cells)
            }
        }
        if columns.isEmpty {
            wrong(
                "the table is empty; its first line names the columns: \(kind.columns.required.joined(separator: ", "))"
            )
        }
    }

    private mutating func wrong(_ detail: String) {
        problems.append(.init(pointer: "\(file):\(max(line, 1))", detail: detail))
    }

    private mutating func header(_ cells: [String]) -> Bool {
        let (required, optional) = kind.columns
        let before = problems.count
        for (number, cell) in cells.enumerated() where !(required + optional).contains(cell) {
            wrong(
                "column \(number + 1): unknown column “\(cell.prefix(40))”; known are \((required + optional).joined(separator: ", "))"
            )
        }
        if Set(cells).count < cells.count { wrong("a column stands twice") }
        for name in required where !cells.contains(name) {
            wrong("the column “\(name)” is missing; separate columns by tabs")
        }
        columns = cells
        return problems.count == before
    }

    private mutating func row(_ cells: [String]) {
        guard cells.count <= columns.count else {
            return wrong("\(cells.count) cells, but the header names \(columns.count) columns")
        }
        let fields = Dictionary(uniqueKeysWithValues: zip(columns, cells))
        guard let term = fields[kind.key], !term.isEmpty else {
            return wrong("column \((columns.firstIndex(of: kind.key) ?? 0) + 1): the \(kind.key) is missing")
        }
        if kind == .urgency, term == "*" { return groupRow(fields) }
        var row: KeywordRow
        switch KeywordRowReader(kind: kind, fields: fields, groupWeights: groupWeights).row(term) {
        case .success(let read): row = read
        case .failure(let reason):
            let column = reason.column.flatMap(columns.firstIndex).map { "column \($0 + 1): " } ?? ""
            return wrong(column + reason.detail)
        }
        let identity =
            "\(row.words)\(row.meta?.name ?? "")\(row.words.isEmpty ? term : "")"
            + "\(row.slot)\(row.language?.rawValue ?? "")"
            + (row.slot == .topic || kind == .calibration ? row.group ?? "" : "")
        if let first = places.updateValue(line, forKey: identity) {
            return wrong("“\(term)” stands already in line \(first); keep one of them")
        }
        row.source = "\(file):\(line)"
        rows.append(row)
    }

    /// A row with the term `*` declares a group and its weight.
    private mutating func groupRow(_ fields: [String: String]) {
        guard let group = fields["group"], !group.isEmpty, let weight = fields["weight"].flatMap({ Int($0) }),
            (-200...200).contains(weight)
        else { return wrong("a group is declared by: * <tab> group <tab> points from -200 to 200") }
        if groupWeights.updateValue(weight, forKey: group) != nil { wrong("the group “\(group)” is declared twice") }
    }

    private static func trimmed(_ cell: Substring) -> String {
        var cell = cell
        while cell.utf8.first == 32 { cell = cell.dropFirst() }
        while cell.utf8.last == 32 { cell = cell.dropLast() }
        return String(cell)
    }
}

/// Reads messages by tables of words that a team edits. Every number is an integer and every hit is kept, so a judgement
/// can be explained term by term and repeated byte by byte.
public struct KeywordModel: TriageModel {
    /// Which tables judge; changes when any byte of them, or the way they are read, does.
    public let fingerprint: String

    let rows: ContiguousArray<KeywordRow>
    let index: KeywordIndex
    let meta: [KeywordRow.Meta: Int]
    /// Names of the urgency groups, by the number a row carries.
    let groups: [String]
    let traits: ContiguousArray<RowTraits>

    /// Raised when the same tables would judge differently.
    private static let version = 1

    /// A model of tables; overrides replace what other tables say about their terms.
    public init(_ tables: [KeywordTable]) {
        let tables = tables.sorted { $0.file < $1.file }
        var hash = TextHash()
        hash.add(number: UInt64(Self.version))
        for table in tables {
            hash.add(table.file)
            hash.add(number: table.checksum)
        }
        fingerprint = hash.text
        let overrides = tables.filter { $0.kind == .overrides }.flatMap(\.rows)
        let overridden = Set(overrides.map(Override.init))
        let kept = tables.filter { $0.kind != .overrides }.flatMap(\.rows).filter { !overridden.contains(Override($0)) }
        let rows = ContiguousArray(kept + overrides)
        self.rows = rows
        index = Self.index(rows)
        let metas = rows.indices.compactMap { row in rows[row].meta.map { ($0, row) } }
        meta = Dictionary(metas) { $1 }
        let names = Set(rows.filter { $0.slot == .urgency }.compactMap(\.group)).sorted()
        groups = names
        traits = ContiguousArray(rows.map { RowTraits($0, groups: names) })
    }

    /// Judges a message. Pure: the same text, context and fingerprint give the same result.
    public func read(_ text: String, context: TriageContext) -> Triage {
        var reading = Reading(model: self, text: text)
        return reading.triage(context)
    }

    /// A term and what it is about; what the team's word replaces.
    private struct Override: Hashable {
        let words: [UInt64]
        let meta: KeywordRow.Meta?
        let aspect: Evidence.Aspect

        init(_ row: KeywordRow) {
            words = row.words
            meta = row.meta
            aspect = row.slot.aspect
        }
    }

    private static func index(_ rows: ContiguousArray<KeywordRow>) -> KeywordIndex {
        var entries: [UInt64: [Int32]] = [:]
        var stemLengths: UInt64 = 0
        for (number, row) in rows.enumerated() where !row.words.isEmpty {
            let hash = row.words.dropFirst().reduce(row.words[0]) { TextHash.join($0, $1) }
            entries[hash, default: []].append(Int32(number))
            guard row.isStem, let last = row.words.last else { continue }
            stemLengths |= 1 << UInt64(row.stemLength)
            // The stem itself must be known even where it only ends a longer term.
            if row.words.count > 1, entries[last] == nil { entries[last] = [-1] }
        }
        return KeywordIndex(entries, stemLengths: stemLengths)
    }
}

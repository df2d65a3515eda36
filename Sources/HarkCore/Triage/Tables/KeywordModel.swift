/// Reads messages by tables of words that a team edits. Every number is an integer and every hit is kept, so a judgement
/// can be explained term by term and repeated byte by byte.
public final class KeywordModel: TriageModel {
    /// Which tables judge; changes when any byte of them, or the way they are read, does.
    public let fingerprint: String

    /// What each row says of itself, by its number.
    let origins: ContiguousArray<Evidence.Origin>
    let index: KeywordIndex
    let traits: ContiguousArray<RowTraits>
    /// Names of the urgency groups, by the number a row carries.
    let groups: [String]
    let metas: MetaRows
    let corrections: ScoreCorrections
    /// Accounts of the press, folded to small letters.
    let press: Set<String>
    let hasOverrides: Bool

    /// Raised when the same tables would judge differently.
    private static let version = 4

    /// A model of tables; overrides replace what other tables say about their terms.
    public init(_ tables: [KeywordTable]) {
        let tables = tables.sorted { $0.file < $1.file }
        fingerprint = Self.fingerprint(tables)
        let overrides = tables.filter { $0.kind == .overrides }.flatMap(\.rows)
        let overridden = Set(overrides.map(Override.init))
        let packs = tables.filter { $0.kind == .pack }
        let numbered = packs.enumerated().flatMap { number, table in
            table.rows.map { row in
                var row = row
                row.number = number
                return row
            }
        }
        let plain = tables.filter { ![.overrides, .pack, .calibration, .press].contains($0.kind) }.flatMap(\.rows)
        let rows = TermHashes.grouped((plain + numbered).filter { !overridden.contains(Override($0)) } + overrides)
        origins = ContiguousArray(
            rows.map { Evidence.Origin(aspect: $0.slot.aspect, term: $0.term, group: $0.group, source: $0.source) }
        )
        index = KeywordIndex(rows)
        metas = MetaRows(rows)
        let calibrations = tables.filter { $0.kind == .calibration }.flatMap(\.rows)
        corrections = ScoreCorrections(packs: packs.map(\.rows), calibrations: calibrations)
        press = Set(tables.filter { $0.kind == .press }.flatMap(\.rows).map { $0.term.lowercased() })
        let names = Set(rows.filter { $0.slot == .urgency }.compactMap(\.group)).sorted()
        groups = names
        traits = ContiguousArray(rows.map { RowTraits($0, groups: names) })
        hasOverrides = !overrides.isEmpty
    }

    /// Judges a message. Pure: the same text, context and fingerprint give the same result.
    public func read(_ text: String, context: TriageContext) -> Triage {
        var reading = Reading(model: self, text: text)
        return reading.triage(context)
    }

    /// The scores of the tone before any calibration: what a calibration is fitted on.
    package func toneScores(_ text: String) -> ClassWeights {
        var reading = Reading(model: self, text: text)
        return reading.toneScores()
    }

    /// Whether a channel has a calibration of its own.
    package func isCalibrated(_ channel: String) -> Bool { corrections.isCalibrated(channel) }

    private static func fingerprint(_ tables: [KeywordTable]) -> String {
        var hash = TextHash()
        hash.add(number: UInt64(version))
        for table in tables {
            hash.add(table.file)
            hash.add(number: table.checksum)
        }
        return hash.text
    }

    /// A term and what it is about; what the team's word replaces.
    private struct Override: Hashable {
        let words: [UInt64]
        let meta: Meta?
        let aspect: Evidence.Aspect

        init(_ row: KeywordRow) {
            words = row.words
            meta = row.meta
            aspect = row.slot.aspect
        }
    }
}

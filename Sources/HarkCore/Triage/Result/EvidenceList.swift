/// The evidence of one message, in the order of the text. A judgement names dozens of rows by their numbers; each is put
/// into words when it is asked for, so that messages nobody asks about cost little.
public struct EvidenceList: Sendable {
    private enum Storage: Sendable {
        case rows(ContiguousArray<EvidenceNotes.Note>, of: ContiguousArray<Evidence.Origin>)
        case words([Evidence])
    }

    private let storage: Storage

    /// What a model noted, by the numbers of its rows.
    init(_ notes: ContiguousArray<EvidenceNotes.Note>, of rows: ContiguousArray<Evidence.Origin>) {
        storage = .rows(notes, of: rows)
    }

    /// Evidence in words, as it was stored.
    public init(_ evidence: [Evidence]) { storage = .words(evidence) }

    @inline(__always)
    private static func worded(
        _ note: EvidenceNotes.Note,
        _ rows: ContiguousArray<Evidence.Origin>
    ) -> Evidence {
        Evidence(
            origin: note.row < 0 ? engine : rows[Int(note.row)],
            span: note.start < 0 ? nil : TextSpan(start: Int(note.start), length: Int(note.length)),
            weight: Int(note.weight),
            rule: note.rule.text
        )
    }

    /// What the engine itself has to say: that a text was cut.
    private static let engine = Evidence.Origin(aspect: .urgency, term: "", group: nil, source: "engine")
}

extension EvidenceList: RandomAccessCollection {
    /// Always 0.
    public var startIndex: Int { 0 }

    /// How many there are.
    public var endIndex: Int {
        switch storage {
        case .rows(let notes, _): notes.count
        case .words(let evidence): evidence.count
        }
    }

    /// One reason, in words.
    public subscript(position: Int) -> Evidence {
        switch storage {
        case .rows(let notes, let rows): Self.worded(notes[position], rows)
        case .words(let evidence): evidence[position]
        }
    }
}

extension EvidenceList {
    /// Calls with each reason, in words; cheaper than to ask for one after the other.
    public func forEach<Refusal: Error>(_ body: (Evidence) throws(Refusal) -> Void) throws(Refusal) {
        switch storage {
        case .rows(let notes, let rows): for note in notes { try body(Self.worded(note, rows)) }
        case .words(let evidence): for one in evidence { try body(one) }
        }
    }
}

extension EvidenceList: Hashable, Codable, ExpressibleByArrayLiteral {
    /// Evidence in words.
    public init(arrayLiteral evidence: Evidence...) { self.init(evidence) }

    /// Compares reason by reason.
    public static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }

    /// Takes every reason in.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        for evidence in self { hasher.combine(evidence) }
    }

    /// Reads a list.
    public init(from decoder: any Decoder) throws { self.init(try [Evidence](from: decoder)) }

    /// Writes a list of objects with named members.
    public func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for evidence in self { try list.encode(evidence) }
    }
}

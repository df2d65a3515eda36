/// The evidence of one message while it is being judged: everything is taken as numbers, and stays so until somebody asks.
struct EvidenceNotes {
    /// One hit: the row's number, where it stands, what it added. −1 for a row stands for the engine's own word.
    struct Note: Sendable {
        var row: Int32
        /// Offset of the first byte; −1 for what is known beside the text.
        var start: Int32
        var length: Int32
        var weight: Int32
        /// Its number among the notes of the message.
        var number: UInt32
        var rule: Rule

        /// Orders notes as their words stand in the text, what is known beside it last, else as they were taken.
        @inline(__always)
        var order: UInt64 { UInt64(UInt32(bitPattern: start)) &<< 32 | UInt64(number) }
    }

    /// What changed a weight.
    enum Rule: Sendable {
        case none
        case changed(Token.Flags)
        case repeated
        case truncated

        /// In words, as evidence says it; nil for none.
        var text: String? {
            switch self {
            case .none: nil
            case .changed(let flags): flags.rule
            case .repeated: "repeated"
            case .truncated: "truncated"
            }
        }
    }

    private var notes = ContiguousArray<Note>()

    /// More than this helps nobody and fills the store.
    static let most = 64

    /// Makes room for about as many notes as there are hits.
    init(count: Int = 0) { notes.reserveCapacity(count) }

    @inline(__always)
    mutating func add(row: Int, _ span: TextSpan?, weight: Int, rule: Rule) {
        notes.append(
            Note(
                row: Int32(row),
                start: Int32(span?.start ?? -1),
                length: Int32(span?.length ?? 0),
                weight: Int32(clamping: weight),
                number: UInt32(truncatingIfNeeded: notes.count),
                rule: rule
            )
        )
    }

    /// The strongest, in the order of the text; what is known beside the text comes last.
    consuming func inOrder(of model: KeywordModel) -> EvidenceList {
        var notes = notes
        if notes.count > Self.most {
            let strength = notes.map { Self.strength($0, model) }
            notes.sort { (strength[Int($1.number)], $0.number) < (strength[Int($0.number)], $1.number) }
            notes.removeLast(notes.count - Self.most)
        }
        notes.sort { $0.order < $1.order }
        return EvidenceList(notes, of: model.origins)
    }

    /// Points weigh ten thousandths each; what has no place in the text or no weight of its own is always kept.
    private static func strength(_ note: Note, _ model: KeywordModel) -> Int {
        guard note.start >= 0, note.row >= 0 else { return .max }
        let weight = Int(abs(note.weight))
        return switch model.traits[Int(note.row)].slot.aspect {
        case .urgency: weight * 10
        case .topic: 200
        case .sentiment: weight
        case .language: weight / 20
        case .spam: weight / 4
        }
    }
}

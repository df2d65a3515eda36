/// The evidence of one message while it is being judged: everything is taken as numbers, the strongest is put into words.
///
/// A message has dozens of hits; the words of a row are asked for only where they are kept.
struct EvidenceNotes {
    /// One hit: the row's number, where it stands, what it added. −1 for a row stands for the engine's own word.
    struct Note {
        var row: Int32
        /// Offset of the first byte; −1 for what is known beside the text.
        var start: Int32
        var length: Int32
        var weight: Int32
        var rule: Rule
    }

    /// What changed a weight.
    enum Rule {
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
                rule: rule
            )
        )
    }

    /// The strongest, in the order of the text; what is known beside the text comes last.
    func inOrder(of model: KeywordModel) -> [Evidence] {
        // One number each, the place above the note's own number: numbers are sorted faster than what they stand for.
        var order = strongest(of: model)
        for index in order.indices {
            let start = notes[Int(order[index])].start
            order[index] |= UInt64(UInt32(bitPattern: start)) &<< 32
        }
        order.sort()
        return order.map { Self.evidence(notes[Int($0 & 0xFFFF_FFFF)], model) }
    }

    private func strongest(of model: KeywordModel) -> ContiguousArray<UInt64> {
        var order = ContiguousArray<UInt64>()
        order.reserveCapacity(notes.count)
        for number in notes.indices { order.append(UInt64(truncatingIfNeeded: number)) }
        guard order.count > Self.most else { return order }
        let strength = notes.map { Self.strength($0, model) }
        order.sort { (strength[Int($1)], $0) < (strength[Int($0)], $1) }
        order.removeLast(order.count - Self.most)
        return order
    }

    private static func evidence(_ note: Note, _ model: KeywordModel) -> Evidence {
        let span = note.start < 0 ? nil : TextSpan(start: Int(note.start), length: Int(note.length))
        return Evidence(
            origin: note.row < 0 ? engine : model.origins[Int(note.row)],
            span: span,
            weight: Int(note.weight),
            rule: note.rule.text
        )
    }

    /// What the engine itself has to say: that a text was cut.
    private static let engine = Evidence.Origin(aspect: .urgency, term: "", group: nil, source: "engine")

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

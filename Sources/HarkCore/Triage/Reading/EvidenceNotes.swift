/// The evidence of one message: everything is taken, the strongest is kept.
struct EvidenceNotes {
    private var notes = ContiguousArray<Evidence>()

    /// More than this helps nobody and fills the store.
    static let most = 64

    mutating func add(_ evidence: Evidence) { notes.append(evidence) }

    /// The strongest, in the order of the text; what is known beside the text comes last.
    func inOrder() -> [Evidence] {
        var order = Array(notes.indices)
        if order.count > Self.most {
            let strength = notes.map(Self.strength)
            order.sort { (strength[$1], $0) < (strength[$0], $1) }
            order.removeLast(order.count - Self.most)
        }
        order.sort { (notes[$0].span?.start ?? .max, $0) < (notes[$1].span?.start ?? .max, $1) }
        return order.map { notes[$0] }
    }

    /// Points weigh ten thousandths each; what has no place in the text or no weight of its own is always kept.
    private static func strength(_ note: Evidence) -> Int {
        if note.span == nil || note.rule == "truncated" { return .max }
        return switch note.aspect {
        case .urgency: abs(note.weight) * 10
        case .topic: 200
        case .sentiment: abs(note.weight)
        case .language: abs(note.weight) / 20
        case .spam: abs(note.weight) / 4
        }
    }
}

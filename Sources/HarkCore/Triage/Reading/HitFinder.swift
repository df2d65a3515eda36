/// Finds the rows of a text: longest terms first, each slot on its own. Within a longer term a shorter one says nothing
/// more; one that only begins there does (“my account hacked” is both “my account” and “account hacked”).
struct HitFinder {
    private let model: KeywordModel
    private var covered: InlineArray<9, Int> = .init(repeating: 0)
    private(set) var hits = ContiguousArray<Hit>()
    /// The slots that have a hit, a bit each: most messages have none in most.
    private(set) var slots: UInt16 = 0

    private init(_ model: KeywordModel, _ count: Int) {
        self.model = model
        hits.reserveCapacity(count * 2 + 16)
    }

    /// All hits of a text.
    static func find(of model: KeywordModel, in text: TokenizedText, languages: [Language]) -> HitFinder {
        var finder = HitFinder(model, text.tokens.count)
        let index = model.index
        for first in text.tokens.indices {
            let language = RowTraits.bit(languages[Int(text.tokens[first].sentence)])
            let flags = text.tokens[first].flags.intersection([.negated, .intensified, .weakened])
            TermWalk.terms(of: text, at: first) { hash, known, count, kind in
                let number = known ?? index.find(hash) ?? -1
                if number < 0 { return }
                let changes = kind == .word || kind == .part ? flags : []
                finder.take(index[number].rows, first, count, changes, language)
            }
        }
        if model.hasOverrides { finder.letOverridesWin(tokens: text.tokens.count) }
        return finder
    }

    /// Whether something was found in a slot.
    func has(_ slot: KeywordRow.Slot) -> Bool { slots & (1 << UInt16(slot.rawValue)) != 0 }

    @inline(__always)
    private mutating func take(
        _ rows: Range<Int32>,
        _ first: Int,
        _ count: Int,
        _ changes: Token.Flags,
        _ language: UInt8
    ) {
        var taken: UInt16 = 0
        for row in rows {
            let traits = model.traits[Int(row)]
            guard traits.languages & language != 0 else { continue }
            if traits.slot.covers {
                let slot = traits.slot.rawValue
                guard first + count > covered[slot] || taken & (1 << UInt16(slot)) != 0 else { continue }
                taken |= 1 << UInt16(slot)
                covered[slot] = first + count
            }
            slots |= 1 << UInt16(traits.slot.rawValue)
            hits.append(
                Hit(row: row, token: Int32(first), count: Int32(count), slot: traits.slot, changes: changes)
            )
        }
    }

    /// The team's word stands alone: what overlaps it in the same aspect does not count.
    private mutating func letOverridesWin(tokens: Int) {
        for aspect in [Evidence.Aspect.sentiment, .urgency, .topic] {
            var claimed: [Bool] = []
            for hit in hits where model.traits[Int(hit.row)].isOverride && hit.slot.aspect == aspect {
                if claimed.isEmpty { claimed = Array(repeating: false, count: tokens) }
                for token in Int(hit.token)..<Int(hit.token + hit.count) { claimed[token] = true }
            }
            if claimed.isEmpty { continue }
            hits = hits.filter { hit in
                hit.slot.aspect != aspect || model.traits[Int(hit.row)].isOverride
                    || !claimed[Int(hit.token)..<Int(hit.token + hit.count)].contains(true)
            }
        }
    }
}

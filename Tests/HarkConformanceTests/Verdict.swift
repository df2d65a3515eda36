import HarkCore

/// What feeding one payload, or one case of it, gave.
struct Feeding {
    /// Names the case or call for the report; empty for a file that holds one body.
    var label: String
    /// The items expected of it.
    var expected: [ExpectedItem]
    var decoded: Result<Decoded, DecodingFailure>
}

/// How a file was read, held against what was expected.
struct Verdict {
    var expected = 0
    var found = 0
    var skipped = 0
    var undecoded = 0
    var complaints: [String] = []
    private var satisfied: Set<Int> = []

    /// Judges all feedings of a file.
    init(_ feedings: [Feeding], of expectation: Expectation) {
        for feeding in feedings { judge(feeding, of: expectation) }
        let reachable = feedings.reduce(into: [Int: ExpectedItem]()) { items, feeding in
            for item in feeding.expected { items[item.number] = item }
        }
        let due = expectation.items.filter { satisfied.contains($0.number) || !$0.mayBeAbsent }
        expected = due.count
        found = satisfied.count
        for item in due where !satisfied.contains(item.number) {
            let place = reachable[item.number] == nil ? "was never fed" : "is missing"
            complaints.append("item \(item.number) \(item.caseName ?? "") \(place): \(item.fields["id"]?.text ?? "?")")
        }
    }

    private mutating func judge(_ feeding: Feeding, of expectation: Expectation) {
        switch feeding.decoded {
        case .failure(let failure):
            undecoded += 1
            complaints.append("\(feeding.label) undecoded: \(failure.reason)")
        case .success(let decoded):
            skipped += decoded.skipped.count
            // The oracle says of one recording that it holds a message broken on purpose.
            if !expectation.note.contains("broken") {
                undecoded += decoded.malformed.count
                complaints += decoded.malformed.map { "\(feeding.label) malformed: \($0)" }
            }
            match(decoded.items.map(FoundItem.init), with: feeding)
        }
    }

    private mutating func match(_ items: [FoundItem], with feeding: Feeding) {
        var open = feeding.expected
        for item in items {
            let rated = open.enumerated().map { (index: $0.offset, differences: $0.element.mismatches(with: item)) }
            guard let best = rated.min(by: { $0.differences.count < $1.differences.count }) else {
                complaints.append("\(feeding.label) unexpected \(item.readings.sorted()) \(item.id ?? "?")")
                continue
            }
            let expected = open.remove(at: best.index)
            satisfied.insert(expected.number)
            complaints += best.differences.map { "\(feeding.label) item \(expected.number) \($0)" }
        }
    }
}

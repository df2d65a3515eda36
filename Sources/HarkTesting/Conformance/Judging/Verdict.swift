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
    /// Events ignored by design, by the provider's name of their kind.
    var ignored: [String] = []
    var undecoded = 0
    var complaints: [String] = []
    private var satisfied: Set<Int> = []

    /// Judges all feedings of a file.
    init(_ feedings: [Feeding], of expectation: Expectation) {
        for feeding in feedings { judge(feeding, of: expectation) }
        let fed = Set(feedings.flatMap { $0.expected.map(\.number) })
        let due = expectation.items.filter { satisfied.contains($0.number) || !$0.mayBeAbsent }
        expected = due.count
        found = satisfied.count
        for item in due where !satisfied.contains(item.number) {
            let place = fed.contains(item.number) ? "is missing" : "was never fed"
            complaints.append("item \(item.number) \(item.caseName ?? "") \(place): \(item.fields["id"]?.text ?? "?")")
        }
    }

    private mutating func judge(_ feeding: Feeding, of expectation: Expectation) {
        switch feeding.decoded {
        case .failure(let failure):
            undecoded += 1
            complaints.append("\(feeding.label) undecoded: \(failure.reason)")
        case .success(let decoded):
            ignored += decoded.skipped
            // The oracle says of one recording that it holds a message broken on purpose.
            if !expectation.note.contains("broken") {
                undecoded += decoded.malformed.count
                complaints += decoded.malformed.map { "\(feeding.label) malformed: \($0)" }
            }
            match(decoded.items.map(FoundItem.init), with: feeding)
        }
    }

    /// Gives every found item the open expectation it fits best, best fits first, so that one wrong reading does not take
    /// another's place.
    private mutating func match(_ items: [FoundItem], with feeding: Feeding) {
        var open = feeding.expected
        // What is read just as expected needs no comparing with everything else.
        var rest = items.filter { item in
            guard let place = open.firstIndex(where: { $0.mismatches(with: item).isEmpty }) else { return true }
            satisfied.insert(open.remove(at: place).number)
            return false
        }
        while !rest.isEmpty {
            let rated = rest.indices.flatMap { item in
                open.indices.map { (item, $0, open[$0].mismatches(with: rest[item])) }
            }
            guard let best = rated.min(by: { $0.2.count < $1.2.count }) else { break }
            let expected = open.remove(at: best.1)
            rest.remove(at: best.0)
            satisfied.insert(expected.number)
            complaints += best.2.map { "\(feeding.label) item \(expected.number) \($0)" }
        }
        // Where the oracle says that an item is answered, the answer may come as an echo.
        let answered = feeding.expected.filter { $0.fields["answered"]?.isTrue ?? false }
        let parents = Set(answered.flatMap { $0.allowed("id") }.compactMap(\.text))
        rest.removeAll { $0.readings == ["echo"] && parents.contains($0.draft?.parent ?? "") }
        for item in rest {
            complaints.append("\(feeding.label) unexpected \(item.readings.sorted()) \(item.id ?? "?")")
        }
    }
}

/// Reading times: dates, spans, ranges, words like `yesterday`.
extension QueryReader {
    /// `created>2h`, `created:2026-01-31`, `created:2026-11-01..`, `date:yesterday..today`.
    mutating func readTime(
        _ text: String,
        at start: Int,
        of field: Query.TimeField,
        named name: String,
        _ comparison: Query.Comparison
    ) throws(QueryError) -> Query {
        if comparison == .equal, let dots = text.firstRange(of: "..") {
            return try readRange(text, dots, at: start, of: field)
        }
        switch QueryTime(text) {
        case .span(let span) where comparison != .equal:
            return try term(.time(field, comparison, .span(span)), at: start)
        case .span:
            throw failure("a span is compared by < or >, as in \(name)>2h", at: start)
        case .day, .instant, .relative:
            guard !["age", "sla"].contains(name) else {
                throw failure(
                    "\(name) is compared with a span, as in \(name)<30m; a date goes with created or due",
                    at: start
                )
            }
        case nil:
            throw noTime(text, at: start)
        }
        if case .instant = QueryTime(text) { return try edge(text, comparison, at: start, of: field) }
        guard comparison == .equal else { return try edge(text, comparison, at: start, of: field) }
        return .every(
            of: try [edge(text, .atLeast, at: start, of: field), edge(text, .less, isEnd: true, at: start, of: field)]
        )
    }

    /// From the first instant of what stands left to the last of what stands right; either may be missing.
    private mutating func readRange(
        _ text: String,
        _ dots: Range<String.Index>,
        at start: Int,
        of field: Query.TimeField
    ) throws(QueryError) -> Query {
        let (left, right) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
        guard !left.isEmpty || !right.isEmpty else {
            throw failure("a range needs a time before or after its dots", at: start)
        }
        var parts: [Query] = []
        if !left.isEmpty { parts.append(try edge(left, .atLeast, at: start, of: field)) }
        if !right.isEmpty {
            let place = start + left.unicodeScalars.count + 2
            parts.append(try edge(right, .less, isEnd: true, at: place, of: field))
        }
        return .every(of: parts)
    }

    /// A comparison with the first instant of a date, or with the one after its last.
    private mutating func edge(
        _ text: String,
        _ comparison: Query.Comparison,
        isEnd: Bool = false,
        at start: Int,
        of field: Query.TimeField
    ) throws(QueryError) -> Query {
        switch QueryTime(text) {
        case .day(let first, let next):
            return try term(.time(field, comparison, .instant(isEnd ? next : first)), at: start)
        case .relative(let date):
            return try term(.time(field, comparison, .relative(isEnd ? date.next : date)), at: start)
        case .instant(let instant):
            // An instant at the end of a range belongs to it.
            return try term(.time(field, isEnd ? .atMost : comparison, .instant(instant)), at: start)
        case .span:
            throw failure("a range goes from a date to a date, as in 2026-11-01..2026-11-30", at: start)
        case nil:
            throw noTime(text, at: start)
        }
    }

    private func noTime(_ text: String, at start: Int) -> QueryError {
        failure(
            "“\(text)” is no time; write 2026-01-31, 2026-01-31T10:00Z, yesterday, gestern, monday, last-week or a span "
                + "like 30m, 2h, 3d",
            at: start
        )
    }
}

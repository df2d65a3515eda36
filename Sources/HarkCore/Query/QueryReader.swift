/// Reads the structure of a query by recursive descent: or, and, not, parentheses, words and phrases.
struct QueryReader {
    /// Scalars, not characters: a combining mark after a quote must not hide the quote.
    let scalars: [Unicode.Scalar]
    var position = 0
    /// The order asked for by `sort:`.
    var order: InboxOrder?
    /// Whether `sort:` may stand here: in a search, not in a rule.
    let allowsSort: Bool
    private var terms = 0
    private(set) var depth = 0
    /// The field that the primary just read tests for a value; nil for anything else.
    var repeatableName: String?

    init(_ text: String, allowsSort: Bool = false) {
        scalars = Array(text.unicodeScalars)
        self.allowsSort = allowsSort
    }

    mutating func readQuery() throws(QueryError) -> Query {
        skipSpace()
        guard position < scalars.count else { return .all }
        let query = try readOr()
        guard position == scalars.count else { throw failure("“)” closes nothing; remove it") }
        return query
    }

    private mutating func readOr() throws(QueryError) -> Query {
        var parts = [try readAnd()]
        while takeKeyword("or") { parts.append(try readAnd()) }
        return .any(of: parts)
    }

    private mutating func readAnd() throws(QueryError) -> Query {
        var run = Run()
        var parts: [Query] = []
        run.add(try readNot(), testing: repeatableName)
        while true {
            skipSpace()
            if takeKeyword("and") {
                parts += run.take()
                run.add(try readNot(), testing: repeatableName)
            } else if position < scalars.count, scalars[position] != ")", !isKeyword("or") {
                run.add(try readNot(), testing: repeatableName)
            } else {
                return .every(of: parts + run.take())
            }
        }
    }

    /// Conditions side by side without a word between them: of one field, either will do.
    private struct Run {
        private var parts: [(name: String?, queries: [Query])] = []

        mutating func add(_ query: Query, testing name: String?) {
            if let name, let index = parts.firstIndex(where: { $0.name == name }) {
                parts[index].queries.append(query)
            } else {
                parts.append((name, [query]))
            }
        }

        mutating func take() -> [Query] {
            defer { parts = [] }
            return parts.map { .any(of: $0.queries) }
        }
    }

    private mutating func readNot() throws(QueryError) -> Query {
        skipSpace()
        if take("-") {
            guard position < scalars.count, !isSpace(scalars[position]) else {
                throw failure("nothing follows “-”; write -word to exclude, or quote the dash", at: position - 1)
            }
        } else if !takeKeyword("not") {
            return try readPrimary()
        }
        try descend()
        let part = try readNot()
        depth -= 1
        repeatableName = nil
        return .negation(of: part)
    }

    private mutating func readPrimary() throws(QueryError) -> Query {
        let start = position
        repeatableName = nil
        guard position < scalars.count, scalars[position] != ")", !isKeyword("or"), !isKeyword("and") else {
            throw failure("a condition is missing here")
        }
        if take("(") {
            try descend()
            let query = try readOr()
            guard take(")") else { throw failure("this “(” is never closed; add “)”", at: start) }
            depth -= 1
            repeatableName = nil
            return query
        }
        if scalars[position] == "\"" {
            return try text(readQuoted(), hasStar: take("*"), at: start)
        }
        let word = readWhile { !$0.properties.isWhitespace && !"()\":<>=".unicodeScalars.contains($0) }
        if position < scalars.count, ":<>=".unicodeScalars.contains(scalars[position]) {
            return try readField(named: word, at: start)
        }
        return try text(word.hasSuffix("*") ? String(word.dropLast()) : word, hasStar: word.hasSuffix("*"), at: start)
    }

    private mutating func text(_ text: String, hasStar: Bool, at start: Int) throws(QueryError) -> Query {
        let words = TextFolding.words(in: text)
        guard !words.isEmpty else {
            throw failure("“\(text)” has no letters or digits to search for", at: start)
        }
        return try term(.text(words: words, prefix: hasStar), at: start)
    }

    /// Counts a test.
    mutating func term(_ term: Query.Term, at start: Int) throws(QueryError) -> Query {
        terms += 1
        guard terms <= Query.maximumTerms else {
            throw failure("more than \(Query.maximumTerms) conditions; split the query", at: start)
        }
        return .term(term)
    }

    private mutating func descend() throws(QueryError) {
        depth += 1
        guard depth <= Query.maximumDepth else {
            throw failure("more than \(Query.maximumDepth) levels of parentheses and negations; simplify the query")
        }
    }
}

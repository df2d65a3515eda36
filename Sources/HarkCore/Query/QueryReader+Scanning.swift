/// Moving over the scalars of a query.
extension QueryReader {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    mutating func skipSpace() {
        while position < scalars.count, isSpace(scalars[position]) { position += 1 }
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard position < scalars.count, scalars[position] == scalar else { return false }
        position += 1
        return true
    }

    mutating func readWhile(_ isWanted: (Unicode.Scalar) -> Bool) -> String {
        let start = position
        while position < scalars.count, isWanted(scalars[position]) { position += 1 }
        return String(String.UnicodeScalarView(scalars[start..<position]))
    }

    /// Reads `"…"` at the position; a backslash takes the next scalar as it is.
    mutating func readQuoted() throws(QueryError) -> String {
        let start = position
        position += 1
        var text = String.UnicodeScalarView()
        while position < scalars.count {
            let scalar = scalars[position]
            position += 1
            if scalar == "\"" { return String(text) }
            if scalar == "\\", position < scalars.count {
                text.append(scalars[position])
                position += 1
            } else {
                text.append(scalar)
            }
        }
        throw failure("this quotation mark is never closed; add “\"”", at: start)
    }

    /// Whether a whole word stands here that joins conditions.
    func isKeyword(_ keyword: String) -> Bool {
        let end = position + keyword.unicodeScalars.count
        guard end <= scalars.count else { return false }
        if end < scalars.count, !isSpace(scalars[end]), !"()".unicodeScalars.contains(scalars[end]) { return false }
        return String(String.UnicodeScalarView(scalars[position..<end])).lowercased() == keyword
    }

    mutating func takeKeyword(_ keyword: String) -> Bool {
        skipSpace()
        guard isKeyword(keyword) else { return false }
        position += keyword.unicodeScalars.count
        skipSpace()
        return true
    }

    func failure(_ message: String, at scalar: Int? = nil) -> QueryError {
        let before = scalars[..<min(scalar ?? position, scalars.count)]
        return QueryError(offset: String(String.UnicodeScalarView(before)).count, message: message)
    }
}

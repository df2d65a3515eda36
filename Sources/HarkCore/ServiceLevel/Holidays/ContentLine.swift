/// One property of an iCalendar file (RFC 5545): `DTSTART;VALUE=DATE:20261225`.
struct ContentLine {
    /// The name in capitals.
    var name: String
    /// The parameters that matter for dates, in capitals: `VALUE=DATE`, `TZID=EUROPE/BERLIN`.
    var parameters: [Substring]
    var value: String

    /// Splits a file into its properties: folded lines are joined, what is no property is left out.
    static func lines(of text: String) -> [ContentLine] {
        var lines: [String] = []
        for line in text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline) {
            if let first = line.first, first == " " || first == "\t", !lines.isEmpty {
                lines[lines.count - 1] += line.dropFirst()
            } else {
                lines.append(String(line))
            }
        }
        return lines.compactMap { ContentLine($0) }
    }

    private init?(_ line: String) {
        var isQuoted = false
        let colon = line.firstIndex { character in
            if character == "\"" { isQuoted.toggle() }
            return character == ":" && !isQuoted
        }
        guard let colon else { return nil }
        let parts = line[..<colon].uppercased().split(separator: ";")
        guard let first = parts.first else { return nil }
        name = String(first)
        parameters = parts.dropFirst().map { Substring($0) }
        value = String(line[line.index(after: colon)...])
    }

    /// The local dates that the value lists, with whether each begins a day: `20261225`, `20261225T000000Z`.
    var dates: [(date: BusinessCalendar.Date, isWholeDay: Bool)] {
        value.split(separator: ",").compactMap { text in
            let digits = text.prefix(8)
            guard digits.count == 8, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
                let year = Int(digits.prefix(4)), let month = Int(digits.dropFirst(4).prefix(2)),
                let day = Int(digits.suffix(2)), year >= 1, (1...12).contains(month), (1...31).contains(day)
            else { return nil }
            let date = BusinessCalendar.Date(year: year, month: month, day: day)
            let time = text.dropFirst(8)
            return (date, time.isEmpty || time.hasPrefix("T000000"))
        }
    }
}

/// Open hours of a day as they were written, in seconds after its midnight; a night shift goes on after `86_400`.
struct WrittenHours {
    private(set) var ranges: BusinessCalendar.Hours = []

    /// Closed.
    init() {}

    /// `[["09:00", "17:00"]]`, `["09:00", "17:00"]`, `["09:00-17:00"]`, `"09:00-12:00, 13:00-17:00"`,
    /// `[{"from": "09:00", "to": "17:00"}]`; null, false and an empty list are closed.
    init(_ written: Written) throws(CaseProblem) {
        switch written {
        case .null, .flag(false): return
        case .text(let text):
            for part in text.split(separator: ",") { try add(String(part)) }
        case .object: try add(written["from", "start", "open", "opens"], written["to", "end", "close", "closes"])
        case .list(let elements):
            if elements.count == 2, elements.allSatisfy({ $0.word.map { !$0.contains(where: Self.isDash) } ?? false }) {
                try add(elements[0], elements[1])
            } else {
                for element in elements { ranges += try WrittenHours(element).ranges }
            }
        case .flag(true), .number: throw CaseProblem("hours are pairs of times, here is \(written.shown)")
        }
    }

    private static func isDash(_ character: Character) -> Bool { character == "-" || character == "–" }

    private mutating func add(_ text: String) throws(CaseProblem) {
        let ends = text.split(whereSeparator: Self.isDash).map { Written.text($0.filter { $0 != " " }) }
        guard ends.count == 2 else { throw CaseProblem("“\(SafeLine.snippet(text))” is no interval") }
        try add(ends[0], ends[1])
    }

    /// An interval that ends before it begins goes on after midnight.
    private mutating func add(_ from: Written?, _ to: Written?) throws(CaseProblem) {
        guard let from = from?.word, let to = to?.word else { throw CaseProblem("an interval has two ends") }
        let (begin, end) = (try Written.second(from), try Written.second(to))
        guard begin < 86_400 || begin < end else { throw CaseProblem("an interval begins at the end of its day") }
        ranges.append(begin..<(end <= begin ? end + 86_400 : end))
    }
}

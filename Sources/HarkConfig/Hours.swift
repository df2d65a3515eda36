import HarkCore

/// Reads working hours: which days, and which parts of them.
enum Hours {
    /// The parts of a day: one `09:00-17:00` or a list of them, in order and apart; the last may end after midnight.
    static func parts(_ key: String, _ item: Item) -> BusinessCalendar.Hours {
        let parts = item.oneOrMore(key).compactMap { part(key, $0) }
        for (earlier, later) in zip(parts, parts.dropFirst()) where later.lowerBound < earlier.upperBound {
            item.wrong("“\(key)”: the hours overlap or stand out of order")
        }
        return parts
    }

    private static func part(_ key: String, _ item: Item) -> Range<Int>? {
        guard let text = item.text(key) else { return nil }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
            second(of: $0.trimmingPrefix { $0 == " " }.reversed().trimmingPrefix { $0 == " " }.reversed())
        }
        guard ends.count == 2, let start = ends[0], let end = ends[1] else {
            item.wrong("“\(key)”: “\(text.shortened)” are no hours; write \"09:00-17:00\" (24:00 is midnight)")
            return nil
        }
        guard start != end, start < 24 * 3600 else {
            item.wrong("“\(key)”: \(text) are no hours; around the clock is \"00:00-24:00\"")
            return nil
        }
        // A night shift goes on after midnight.
        return start..<(start < end ? end : end + 24 * 3600)
    }

    private static func second(of characters: [Character]) -> Int? {
        let parts = String(characters).split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2, (1...2).contains(parts[0].utf8.count),
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 24 * 60
        else { return nil }
        return (hour * 60 + minute) * 60
    }

    /// The days a key names: `mon`, `mon-fri`, `daily`, `weekdays`, `weekend`.
    static func days(_ key: String) -> [BusinessCalendar.Weekday]? {
        switch key.lowercased() {
        case "daily": return BusinessCalendar.Weekday.allCases
        case "weekdays": return [.monday, .tuesday, .wednesday, .thursday, .friday]
        case "weekend": return [.saturday, .sunday]
        default: break
        }
        let ends = key.lowercased().split(separator: "-", omittingEmptySubsequences: false).map(String.init).map(day)
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
            first.rawValue <= last.rawValue
        else { return nil }
        return BusinessCalendar.Weekday.allCases.filter { (first.rawValue...last.rawValue).contains($0.rawValue) }
    }

    private static func day(_ name: String) -> BusinessCalendar.Weekday? {
        BusinessCalendar.Weekday.allCases.first { day in
            let full = String(describing: day)
            return name == full || name == full.prefix(3)
        }
    }
}

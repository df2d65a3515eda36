extension Instant {
    /// Reads the date of an HTTP header field or an RSS item: `Sun, 06 Nov 1994 08:49:37 GMT`, also without the day's
    /// name, without seconds, with a year of two digits, with an offset or one of the old zone names.
    public init?(httpDate text: String) {
        var words = text.replacing("-", with: " -").split { $0 == " " || $0 == "," || $0 == "\t" }.map(String.init)
        if let first = words.first, Int(first) == nil { words.removeFirst() }
        // RFC 850 writes 06-Nov-94, which has become "06 -Nov -94".
        words = words.enumerated().map {
            $0.offset < 3 && $0.element.hasPrefix("-") ? String($0.element.dropFirst()) : $0.element
        }
        guard words.count >= 4, let day = Int64(words[0]), (1...31).contains(day),
            let month = Self.months[words[1].prefix(3).lowercased()], let written = Int64(words[2])
        else { return nil }
        let year = written >= 100 ? written : written + (written < 70 ? 2000 : 1900)
        let time = words[3].split(separator: ":").map { Int64($0) ?? -1 }
        guard (2...3).contains(time.count), (0..<24).contains(time[0]), (0..<60).contains(time[1]),
            time.count == 2 || (0..<61).contains(time[2])
        else { return nil }
        let offset = words.count > 4 ? Self.offset(of: words[4]) : 0
        let inDay = time[0] * 3600 + time[1] * 60 + (time.count == 3 ? time[2] : 0)
        self.init(seconds: CivilDate.days(year, month, day) * 86_400 + inDay - offset * 60)
    }

    private static let months: [String: Int64] = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
        "dec": 12,
    ]

    private static let zones: [String: Int64] = [
        "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
        "CET": 60, "CEST": 120, "BST": 60,
    ]

    /// Minutes east of Greenwich; an unknown zone counts as Greenwich.
    private static func offset(of zone: String) -> Int64 {
        guard let sign = zone.first, sign == "+" || sign == "-" else { return zones[zone.uppercased()] ?? 0 }
        let digits = zone.dropFirst().filter { $0 != ":" }
        guard digits.count == 4, let number = Int64(digits) else { return 0 }
        let minutes = number / 100 * 60 + number % 100
        return sign == "-" ? -minutes : minutes
    }
}

import Foundation
import HarkCore

/// `Sat, 21 Nov 2026 10:00:00 +0100 (CET)` and what mails make of it.
enum MailDates {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let zones: [String: Int64] = [
        "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
        "pst": -8,
        "pdt": -7, "cet": 1, "cest": 2, "met": 1, "mest": 2, "bst": 1, "jst": 9, "msk": 3,
    ]

    /// The instant a field names; nil when it names none.
    static func instant(_ field: String) -> Instant? {
        let words = field.prefix { $0 != "(" }.split { $0.isWhitespace || $0 == "," }.map { $0.lowercased() }
        guard
            let monthAt = words.firstIndex(where: {
                months.contains(String($0.prefix(3))) && $0.first?.isLetter == true
            })
        else { return isoInstant(field) }
        return instant(words, monthAt: monthAt)
    }

    /// IMAP's INTERNALDATE: `21-Nov-2026 23:49:45 +0000`.
    static func internalDate(_ text: String) -> Instant? { instant(text.replacing("-", with: " ", maxReplacements: 2)) }

    private static func instant(_ words: [String], monthAt: Int) -> Instant? {
        guard let month = months.firstIndex(of: String(words[monthAt].prefix(3))), monthAt > 0,
            monthAt + 1 < words.count,
            let day = Int64(words[monthAt - 1].filter(\.isNumber)), (1...31).contains(day),
            let year = year(words[monthAt + 1])
        else { return nil }
        let clock = words.dropFirst(monthAt + 2).first { $0.contains(":") || $0.contains(".") } ?? "0:0"
        let parts = clock.split { $0 == ":" || $0 == "." }.compactMap { Int64($0) }
        guard parts.count >= 2, (0...24).contains(parts[0]), (0...59).contains(parts[1]) else { return nil }
        let seconds = parts.count > 2 ? min(parts[2], 59) : 0
        let zone = words.last.flatMap(offset) ?? 0
        let days = days(year: year, month: Int64(month) + 1, day: day)
        return Instant(seconds: days * 86_400 + parts[0] * 3600 + parts[1] * 60 + seconds - zone)
    }

    private static func year(_ word: String) -> Int64? {
        guard let number = Int64(word), (0...9_999).contains(number) else { return nil }
        // RFC 5322, 4.3: two and three digits are of the last century, or of this.
        if word.count < 3 { return number < 50 ? 2_000 + number : 1_900 + number }
        return word.count == 3 ? 1_900 + number : number
    }

    private static func offset(_ word: String) -> Int64? {
        if let hours = zones[word] { return hours * 3600 }
        guard let sign = word.first, sign == "+" || sign == "-" else { return nil }
        let digits = word.dropFirst().filter { $0 != ":" }
        guard digits.count == 4, let number = Int64(digits) else { return nil }
        let seconds = number / 100 * 3600 + number % 100 * 60
        return sign == "-" ? -seconds : seconds
    }

    private static func isoInstant(_ field: String) -> Instant? { Instant(field.trimmed) }

    /// Days since 1970-01-01 in the Gregorian calendar.
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension MailDates {
    /// A day as IMAP's search wants it, in UTC: `21-Nov-2026`.
    static func day(_ instant: Instant) -> String {
        let words = MailDate.text(instant).split(separator: " ")
        return "\(words[1])-\(words[2])-\(words[3])"
    }
}

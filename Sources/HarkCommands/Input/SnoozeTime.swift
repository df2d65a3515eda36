import ArgumentParser
import Foundation
import HarkCore

/// Reads when a snooze ends: `2h`, `1d12h`, `17:00`, `tomorrow`, `monday 8:30`, `2026-12-01`, `2026-12-01T09:00Z`.
///
/// A day without a time means nine in the morning; a time without a zone is the person's own.
struct SnoozeTime {
    let now: Instant
    let zone: TimeZone

    /// The instant that the words mean. Throws when they mean none, or one that has passed.
    func read(_ words: [String]) throws -> Instant {
        let text = words.joined(separator: " ").lowercased()
        guard let instant = span(text).map({ now + $0 }) ?? Instant(text.uppercased()) ?? shortened(text) ?? day(text)
        else {
            throw ValidationError(
                "“\(text)” is no time; write 2h, 3d, 17:00, tomorrow, monday 8:30, 2026-12-01 or 2026-12-01T09:00Z"
            )
        }
        guard instant > now else { throw ValidationError("“\(text)” has passed; a snooze ends in the future") }
        return instant
    }

    private func span(_ text: String) -> Span? {
        var total = Span.zero
        var digits = ""
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            guard let count = Int64(digits), count <= 10_000 else { return nil }
            switch character {
            case "m": total = total + .minutes(count)
            case "h": total = total + .hours(count)
            case "d": total = total + .days(count)
            case "w": total = total + .days(7 * count)
            default: return nil
            }
            digits = ""
        }
        return digits.isEmpty && total > .zero ? total : nil
    }

    /// RFC 3339 with a zone but without seconds.
    private func shortened(_ text: String) -> Instant? {
        guard text.count > 16, let minute = text.index(text.startIndex, offsetBy: 16, limitedBy: text.endIndex) else {
            return nil
        }
        return Instant((text[..<minute] + ":00" + text[minute...]).uppercased())
    }

    /// A local day, a local time, or both.
    private func day(_ text: String) -> Instant? {
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "t" && text.first?.isNumber == true })
        switch parts.count {
        case 1:
            if let time = clockTime(parts[0]) { return next(time) }
            return date(parts[0]).flatMap { instant($0, (9, 0)) }
        case 2:
            guard let date = date(parts[0]), let time = clockTime(parts[1]) else { return nil }
            return instant(date, time)
        default:
            return nil
        }
    }

    private func next(_ time: (hour: Int, minute: Int)) -> Instant? {
        guard let today = instant(today(plus: 0), time) else { return nil }
        return today > now ? today : instant(self.today(plus: 1), time)
    }

    private func clockTime(_ text: Substring) -> (hour: Int, minute: Int)? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return (hour, minute)
    }

    private func date(_ text: Substring) -> DateComponents? {
        switch text {
        case "today": return today(plus: 0)
        case "tomorrow": return today(plus: 1)
        default: break
        }
        if let weekday = Self.weekdays.firstIndex(where: { $0 == text || $0.prefix(3) == text }) {
            let current = (today(plus: 0).weekday ?? 1) - 1
            return today(plus: (weekday - current + 6) % 7 + 1)
        }
        let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard text.count == 10, numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2]
        else { return nil }
        return DateComponents(year: year, month: month, day: day)
    }

    private static let weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]

    private var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }

    private func today(plus days: Int) -> DateComponents {
        let today = Date(timeIntervalSince1970: Double(now.milliseconds) / 1000)
        let day = calendar.date(byAdding: .day, value: days, to: today) ?? today
        return calendar.dateComponents([.year, .month, .day, .weekday], from: day)
    }

    private func instant(_ day: DateComponents, _ time: (hour: Int, minute: Int)) -> Instant? {
        var components = DateComponents(year: day.year, month: day.month, day: day.day)
        guard components.isValidDate(in: calendar) else { return nil }
        (components.hour, components.minute) = time
        return calendar.date(from: components).map { Instant(seconds: Int64($0.timeIntervalSince1970)) }
    }
}

/// The days a rule names: every day of each period, held against each part of the rule.
extension RecurrenceRule {
    /// The days from the first one on, before a year begins.
    func dates(from start: BusinessCalendar.Date, until endYear: Int) -> [BusinessCalendar.Date] {
        var rule = self
        rule.complete(from: start)
        let first = start.dayNumber
        let last = min(
            BusinessCalendar.Date(year: endYear, month: 1, day: 1).dayNumber - 1,
            until?.dayNumber ?? .max
        )
        var found: [BusinessCalendar.Date] = []
        var number: Int64 = 0
        while true {
            let period = rule.period(number, from: first)
            guard period.lowerBound <= last else { return found }
            for day in rule.days(in: period) where day >= first && day <= last {
                found.append(.init(dayNumber: day))
                if let count, found.count == count { return found }
            }
            number += Int64(interval)
        }
    }

    /// What the rule leaves out is as on the first day.
    private mutating func complete(from start: BusinessCalendar.Date) {
        guard yearDays.isEmpty, monthDays.isEmpty, weekdays.isEmpty else { return }
        switch frequency {
        case .yearly:
            if months.isEmpty { months = [start.month] }
            monthDays = [start.day]
        case .monthly: monthDays = [start.day]
        case .weekly: weekdays = [Day(ordinal: 0, weekday: Timetable.weekday(of: start.dayNumber))]
        case .daily: break
        }
    }

    /// The days of the period that lies a number of periods after the first day's.
    private func period(_ number: Int64, from first: Int64) -> Range<Int64> {
        let start = BusinessCalendar.Date(dayNumber: first)
        switch frequency {
        case .yearly:
            return Self.day(start.year + Int(number), 1)..<Self.day(start.year + Int(number) + 1, 1)
        case .monthly:
            let month = start.year * 12 + start.month - 1 + Int(number)
            return Self.day(month / 12, month % 12 + 1)..<Self.day((month + 1) / 12, (month + 1) % 12 + 1)
        case .weekly:
            let begin = first - Int64((Timetable.weekday(of: first) - weekStart + 7) % 7) + number * 7
            return begin..<begin + 7
        case .daily: return first + number..<first + number + 1
        }
    }

    private static func day(_ year: Int, _ month: Int) -> Int64 {
        BusinessCalendar.Date(year: year, month: month, day: 1).dayNumber
    }

    /// The days of a period that the rule names, in order.
    private func days(in period: Range<Int64>) -> [Int64] {
        let days = period.filter { names($0) }
        guard !positions.isEmpty else { return days }
        return Set(positions.compactMap { $0 > 0 ? $0 - 1 : days.count + $0 }).filter(days.indices.contains).sorted()
            .map { days[$0] }
    }

    private func names(_ day: Int64) -> Bool {
        let date = BusinessCalendar.Date(dayNumber: day)
        guard months.isEmpty || months.contains(date.month) else { return false }
        let month = Self.day(date.year, date.month)..<Self.day(date.year + date.month / 12, date.month % 12 + 1)
        let year = Self.day(date.year, 1)..<Self.day(date.year + 1, 1)
        return Self.isCounted(day, in: month, by: monthDays) && Self.isCounted(day, in: year, by: yearDays)
            && isNamedWeekday(day, month: month, year: year)
    }

    /// Whether a day's place, from the beginning or from the end, is among some; all places are when there are none.
    private static func isCounted(_ day: Int64, in period: Range<Int64>, by places: [Int]) -> Bool {
        guard !places.isEmpty else { return true }
        return places.contains(Int(day - period.lowerBound) + 1) || places.contains(Int(day - period.upperBound))
    }

    private func isNamedWeekday(_ day: Int64, month: Range<Int64>, year: Range<Int64>) -> Bool {
        guard !weekdays.isEmpty else { return true }
        let weekday = Timetable.weekday(of: day)
        let within = frequency == .monthly || frequency == .yearly && !months.isEmpty ? month : year
        let fromStart = Int(day - within.lowerBound) / 7 + 1
        let fromEnd = -(Int(within.upperBound - 1 - day) / 7 + 1)
        return weekdays.contains { named in
            guard named.weekday == weekday else { return false }
            let isPlain = named.ordinal == 0 || frequency == .weekly || frequency == .daily
            return isPlain || named.ordinal == fromStart || named.ordinal == fromEnd
        }
    }
}

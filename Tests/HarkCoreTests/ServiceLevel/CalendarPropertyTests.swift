import HarkCore
import Testing

/// What holds for every calendar, zone and instant. `HARK_RUNS=100000` tries it that often.
struct CalendarPropertyTests {
    @Test func whatIsDueWasUsedUpExactly() {
        each(seed: 1) { calendar, start, random in
            let target = Span.seconds(Int64(random.number(1...2_000_000)))
            guard let due = calendar.instant(after: target, from: start) else { return nil }
            let isExact = calendar.openTime(from: start, to: due) == target
            let isEarliest = calendar.openTime(from: start, to: due - .seconds(1)) < target
            return isExact && isEarliest ? nil : "due \(due) after \(target)"
        }
    }

    @Test func pausedTimeIsNotCountedInWhateverOrderItIsSaid() {
        each(seed: 2) { calendar, start, random in
            let target = Span.seconds(Int64(random.number(1...400_000)))
            let pauses = random.pauses(after: start)
            let due = calendar.instant(after: target, from: start, except: pauses)
            let again = calendar.instant(after: target, from: start, except: pauses.shuffled(using: &random.generator))
            let count = due.map { calendar.openTime(from: start, to: $0, except: pauses) } ?? target
            return due == again && count == target
                ? nil : "due \(String(describing: due)), counted \(count) of \(target)"
        }
    }

    @Test func aLaterStartOrALongerTargetIsNeverDueEarlier() {
        each(seed: 3) { calendar, start, random in
            let target = Span.seconds(Int64(random.number(1...400_000)))
            let more = Span.seconds(Int64(random.number(0...100_000)))
            guard let due = calendar.instant(after: target, from: start),
                let longer = calendar.instant(after: target + more, from: start),
                let later = calendar.instant(after: target, from: start + more)
            else { return nil }
            return due <= longer && due <= later ? nil : "\(due), longer \(longer), later \(later)"
        }
    }

    @Test func aTargetInPartsIsDueWithTheWhole() {
        each(seed: 4) { calendar, start, random in
            let first = Span.seconds(Int64(random.number(1...300_000)))
            let second = Span.seconds(Int64(random.number(1...300_000)))
            guard let middle = calendar.instant(after: first, from: start) else { return nil }
            let (parts, whole) = (
                calendar.instant(after: second, from: middle), calendar.instant(after: first + second, from: start)
            )
            return parts == whole ? nil : "in parts \(String(describing: parts)), whole \(String(describing: whole))"
        }
    }

    @Test func countingBackLeadsToWhereTheTargetBegan() {
        each(seed: 5) { calendar, end, random in
            let target = Span.seconds(Int64(random.number(1...400_000)))
            guard let start = calendar.instant(before: target, until: end) else { return nil }
            let isExact = calendar.openTime(from: start, to: end) == target
            let isLatest = calendar.openTime(from: start + .seconds(1), to: end) < target
            return isExact && isLatest ? nil : "began \(start) for \(target)"
        }
    }

    @Test func openAndClosedPeriodsTakeTurns() {
        each(seed: 6) { calendar, start, _ in
            guard let open = calendar.nextOpening(at: start), let close = calendar.nextClosing(at: start) else {
                return nil
            }
            let isSound =
                open < close && calendar.isOpen(at: open) && !calendar.isOpen(at: close)
                && calendar.isOpen(at: close - .seconds(1)) && calendar.openTime(from: start, to: open) == .zero
                && calendar.openTime(from: open, to: close) == close - open
                && calendar.isOpen(at: start) == (open == start)
            return isSound ? nil : "open \(open), close \(close)"
        }
    }

    /// Tries a property, which answers with what is wrong.
    private func each(
        seed: UInt64,
        _ property: (BusinessCalendar, Instant, inout RandomCalendar) -> String?
    ) {
        var random = RandomCalendar(seed: seed)
        var calendar = BusinessCalendar.always
        for run in 0..<RandomCalendar.runs(800) {
            let instant = random.instant()
            if run % 10 == 0 { calendar = random.calendar(near: instant) }
            guard let problem = property(calendar, instant, &random) else { continue }
            Issue.record("seed \(seed), run \(run): \(problem); from \(instant), \(calendar)")
            return
        }
    }
}

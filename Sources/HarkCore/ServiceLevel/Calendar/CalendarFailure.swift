/// Why a calendar has no answer.
public enum CalendarFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// A target of no time, or less.
    case targetNotPositive
    /// The calendar is not open long enough before the end of what it covers.
    case neverOpenLongEnough
    /// The zone is not in the IANA database of this machine.
    case unknownTimeZone(String)

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .targetNotPositive: "target must be > 0"
        case .neverOpenLongEnough: "the calendar is not open that long until 2150; give it hours, or a shorter target"
        case .unknownTimeZone(let name):
            "the time zone “\(SafeLine.snippet(name))” is not known; write Europe/Berlin or UTC"
        }
    }
}

extension BusinessCalendar {
    /// When a target that starts to count at an instant is due. A pause is a break in the calendar.
    public func due(
        _ target: Span,
        from start: Instant,
        except pauses: [Range<Instant>] = []
    ) throws(CalendarFailure) -> Instant {
        guard target > .zero else { throw .targetNotPositive }
        guard let due = instant(after: target, from: start, except: pauses) else { throw .neverOpenLongEnough }
        return due
    }

    /// When a target that is due at an instant must have started to count.
    public func start(_ target: Span, dueAt end: Instant) throws(CalendarFailure) -> Instant {
        guard target > .zero else { throw .targetNotPositive }
        guard let start = instant(before: target, until: end) else { throw .neverOpenLongEnough }
        return start
    }
}

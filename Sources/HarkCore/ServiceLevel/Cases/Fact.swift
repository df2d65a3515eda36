import Foundation

/// One fact of a case file: a kind, its arguments, and what is expected.
struct Fact {
    let written: Written
    let file: CaseFile
    private let inlineZone: String

    init(_ written: Written, _ file: CaseFile) throws(CaseProblem) {
        guard case .object = written else { throw CaseProblem("a case is an object, here is \(written.shown)") }
        self.written = written
        self.file = file
        inlineZone = BusinessCalendar.zone(written) ?? ""
    }

    static func tags(_ written: Written) -> [String] { (written["tags"] ?? .null).elements.compactMap(\.word) }

    func verdict() throws(CaseProblem) -> CaseVerdict {
        switch written["kind"]?.word {
        case "due": return try due(calendar())
        case "subtract": return try subtract(calendar())
        case "elapsed": return try elapsed(calendar())
        case "is_open": return try flag(["open", "result"], calendar()) { $0.isOpen(at: $1) }
        case "is_holiday": return try flag(["holiday", "result"], calendar()) { $0.isHoliday(at: $1) }
        case "next_open": return try next(calendar()) { $0.nextOpening(at: $1) }
        case "next_close": return try next(calendar()) { $0.nextClosing(at: $1) }
        case "periods": return try periods(calendar())
        case "wall_to_instant": return try wall()
        case let other: throw CaseProblem("the kind “\(SafeLine.snippet(other ?? ""))” is not known")
        }
    }

    private func calendar() throws(CaseProblem) -> BusinessCalendar {
        if let written = written["calendar"], case .object = written { return try BusinessCalendar(written) }
        guard let name = written["calendar"]?.word, let calendar = file.calendars[name] else {
            let name = SafeLine.snippet(written["calendar"]?.word ?? "")
            throw CaseProblem("there is no calendar “\(name)” in the file")
        }
        return try calendar.get()
    }

    // MARK: Kinds

    private func due(_ calendar: BusinessCalendar) throws(CaseProblem) -> CaseVerdict {
        let (start, target) = (try time(calendar, "start", "from", "at"), try span())
        let pauses = try ranges(written["pauses"] ?? .null, calendar)
        return try answer(calendar, "due_at_close", "due", "result") { () throws(CalendarFailure) in
            try calendar.due(target, from: start, except: pauses)
        }
    }

    private func subtract(_ calendar: BusinessCalendar) throws(CaseProblem) -> CaseVerdict {
        let (end, target) = (try time(calendar, "end", "to", "at"), try span())
        return try answer(calendar, "result", "start", "instant") { () throws(CalendarFailure) in
            try calendar.start(target, dueAt: end)
        }
    }

    /// What is expected of a target of no time is that the engine refuses it.
    private func answer(
        _ calendar: BusinessCalendar,
        _ names: String...,
        compute: () throws(CalendarFailure) -> Instant
    ) throws(CaseProblem) -> CaseVerdict {
        let got: Result<Instant, CalendarFailure>
        do throws(CalendarFailure) { got = .success(try compute()) } catch { got = .failure(error) }
        let target = try span()
        let isZero = target == .zero || Self.tags(written).contains("zero")
        let wanted = isZero ? nil : try expected(names, calendar)
        switch got {
        case .success(let instant) where !isZero: return try compare(wanted, instant)
        case .success(let instant):
            return CaseVerdict(CalendarFailure.targetNotPositive.description, Self.text(instant))
        case .failure(let error) where isZero:
            return CaseVerdict(CalendarFailure.targetNotPositive.description, error.description)
        case .failure(.neverOpenLongEnough) where wanted == nil: return CaseVerdict(Self.text(nil), Self.text(nil))
        case .failure(let error): return CaseVerdict(Self.text(wanted), error.description)
        }
    }

    private func elapsed(_ calendar: BusinessCalendar) throws(CaseProblem) -> CaseVerdict {
        let (from, to) = (try time(calendar, "from", "start"), try time(calendar, "to", "end"))
        let open = calendar.openTime(from: from, to: to, except: try ranges(written["pauses"] ?? .null, calendar))
        let real = try seconds("seconds_real")
        let expected = if let real { real } else { try span("result") }
        return CaseVerdict(
            (expected.milliseconds, Self.text(expected)),
            (open.milliseconds, Self.text(open)),
            tolerance: try tolerance()
        )
    }

    private func flag(
        _ names: [String],
        _ calendar: BusinessCalendar,
        _ look: (BusinessCalendar, Instant) -> Bool
    ) throws(CaseProblem) -> CaseVerdict {
        let at = try time(calendar, "at", "time", "instant")
        guard case .flag(let expected)? = field(names) else { throw CaseProblem("“\(names[0])” is missing") }
        return CaseVerdict(String(expected), String(look(calendar, at)))
    }

    private func next(
        _ calendar: BusinessCalendar,
        _ look: (BusinessCalendar, Instant) -> Instant?
    ) throws(CaseProblem) -> CaseVerdict {
        let at = try time(calendar, "at", "time", "from")
        return try compare(expected(["result", "instant"], calendar), look(calendar, at))
    }

    private func periods(_ calendar: BusinessCalendar) throws(CaseProblem) -> CaseVerdict {
        guard let expect = written["expect", "periods", "result"] else { throw CaseProblem("“expect” is missing") }
        let expected = try ranges(expect, calendar)
        var limit = expected.count
        if case .number(let take)? = written["take"], take >= 0 { limit = Int(min(take, 10_000)) }
        let from = try time(calendar, "from", "at", "start")
        var found = calendar.periods(from: from, limit: limit)
        if let end = written["to", "until", "end"], end != .null {
            let end = try end.instant("to", in: calendar.timeZone)
            found = found.filter { $0.lowerBound < end }.map { $0.lowerBound..<min($0.upperBound, end) }
        }
        return CaseVerdict(Self.text(expected), Self.text(found))
    }

    private func wall() throws(CaseProblem) -> CaseVerdict {
        let zone = try inlineZone.isEmpty ? calendar().timeZone : inlineZone
        guard TimeZone(identifier: zone) != nil else {
            throw CaseProblem(CalendarFailure.unknownTimeZone(zone).description)
        }
        guard let local = written["local", "wall"]?.word, let got = Written.wall(local, in: zone) else {
            throw CaseProblem("“local” is no date with a time of day")
        }
        guard let instant = written["instant", "result"] else { throw CaseProblem("“instant” is missing") }
        return try compare(instant.instant("instant", in: "UTC"), got)
    }

    // MARK: Reading

    private func field(_ names: [String]) -> Written? { names.lazy.compactMap { written[$0] }.first }

    private func time(_ calendar: BusinessCalendar, _ names: String...) throws(CaseProblem) -> Instant {
        guard let value = field(names) else { throw CaseProblem("“\(names[0])” is missing") }
        return try value.instant(names[0], in: calendar.timeZone)
    }

    /// An expected instant; null means never.
    private func expected(_ names: [String], _ calendar: BusinessCalendar) throws(CaseProblem) -> Instant? {
        guard let value = field(names) else { throw CaseProblem("“\(names[0])” is missing") }
        return value == .null ? nil : try value.instant(names[0], in: calendar.timeZone)
    }

    private func span(_ other: String = "duration") throws(CaseProblem) -> Span {
        for (name, unit) in [("seconds", 1.0), ("minutes", 60), ("hours", 3600), (other, 1)] {
            if let span = try seconds(name, unit) { return span }
        }
        throw CaseProblem("“seconds” is missing")
    }

    private func seconds(_ name: String, _ unit: Double = 1) throws(CaseProblem) -> Span? {
        guard let value = written[name], value != .null else { return nil }
        guard case .number(let count) = value, abs(count * unit) < 1e12 else {
            throw CaseProblem("“\(name)” is no number of seconds")
        }
        return Span(milliseconds: Int64((count * unit * 1000).rounded()))
    }

    private func tolerance() throws(CaseProblem) -> Span {
        for name in ["tolerance_s", "tolerance"] {
            if let tolerance = try seconds(name) { return max(tolerance, .zero) }
        }
        return .zero
    }

    /// Pairs of instants, or objects with both ends; one that is reversed is empty.
    private func ranges(_ value: Written, _ calendar: BusinessCalendar) throws(CaseProblem) -> [Range<Instant>] {
        var ranges: [Range<Instant>] = []
        for element in value.elements {
            let pair = element["from", "start"].map { [$0, element["to", "end"] ?? .null] } ?? element.elements
            guard pair.count == 2 else { throw CaseProblem("a period has a beginning and an end") }
            let from = try pair[0].instant("from", in: calendar.timeZone)
            ranges.append(from..<max(from, try pair[1].instant("to", in: calendar.timeZone)))
        }
        return ranges
    }

    // MARK: Comparing

    private func compare(_ expected: Instant?, _ got: Instant?) throws(CaseProblem) -> CaseVerdict {
        guard let expected, let got else { return CaseVerdict(Self.text(expected), Self.text(got)) }
        return CaseVerdict(
            (expected.milliseconds, Self.text(expected)),
            (got.milliseconds, Self.text(got)),
            tolerance: try tolerance()
        )
    }

    private static func text(_ instant: Instant?) -> String { instant.map(\.description) ?? "never" }

    private static func text(_ span: Span) -> String { "\(Double(span.milliseconds) / 1000) s" }

    private static func text(_ periods: [Range<Instant>]) -> String {
        periods.map { "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: " ")
    }
}

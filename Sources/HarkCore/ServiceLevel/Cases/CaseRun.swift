/// Runs a case file against the engine.
public struct CaseRun: Sendable {
    private let file: CaseFile

    /// A run over a file.
    public init(_ file: CaseFile) { self.file = file }

    /// Every case, asked and compared.
    public func report() -> CaseReport {
        var report = CaseReport()
        for fact in file.cases {
            let kind = fact.kind ?? "no kind"
            let verdict: (expected: String, got: String)
            do throws(CaseProblem) { verdict = try compare(fact) } catch {
                verdict = ("a case that can be read", error.description)
            }
            report.count(
                .init(
                    id: fact.id ?? "?",
                    kind: kind,
                    source: fact.source ?? "none named",
                    tags: fact.tags,
                    expected: verdict.expected,
                    got: verdict.got
                )
            )
        }
        return report
    }

    private func compare(_ fact: CaseFile.Fact) throws(CaseProblem) -> (expected: String, got: String) {
        switch fact.kind {
        case "due": return try due(fact, calendar(fact))
        case "subtract": return try subtract(fact, calendar(fact))
        case "elapsed": return try elapsed(fact, calendar(fact))
        case "is_open":
            return (try flag(fact.open, "open"), String(try calendar(fact).isOpen(at: time(fact.at, "at"))))
        case "is_holiday":
            return (try flag(fact.holiday, "holiday"), String(try calendar(fact).isHoliday(at: time(fact.at, "at"))))
        case "next_open":
            return (
                text(try time(fact.result, "result")), text(try calendar(fact).nextOpening(at: time(fact.at, "at")))
            )
        case "next_close":
            return (
                text(try time(fact.result, "result")), text(try calendar(fact).nextClosing(at: time(fact.at, "at")))
            )
        case "periods": return try periods(fact, calendar(fact))
        case "wall_to_instant": return try wall(fact)
        case let other: throw CaseProblem("the kind “\(SafeLine.snippet(other ?? ""))” is not known")
        }
    }

    private func calendar(_ fact: CaseFile.Fact) throws(CaseProblem) -> BusinessCalendar {
        if let written = fact.inlineCalendar { return try BusinessCalendar(written) }
        guard let name = fact.calendar, let calendar = file.calendars[name] else {
            throw CaseProblem("there is no calendar “\(SafeLine.snippet(fact.calendar ?? ""))” in the file")
        }
        return try calendar.get()
    }

    // MARK: Kinds

    private func due(_ fact: CaseFile.Fact, _ calendar: BusinessCalendar) throws(CaseProblem) -> (String, String) {
        let start = try time(fact.start, "start")
        let target = try span(fact.seconds, "seconds")
        let pauses = try ranges(fact.pauses ?? [])
        let got = answer { () throws(CalendarFailure) in try calendar.due(target, from: start, except: pauses) }
        if let refusal = refusal(fact) { return (refusal, got) }
        return (text(try time(fact.dueAtClose ?? fact.due, "due")), got)
    }

    private func subtract(_ fact: CaseFile.Fact, _ calendar: BusinessCalendar) throws(CaseProblem) -> (String, String) {
        let end = try time(fact.end, "end")
        let target = try span(fact.seconds, "seconds")
        let got = answer { () throws(CalendarFailure) in try calendar.start(target, dueAt: end) }
        if let refusal = refusal(fact) { return (refusal, got) }
        return (text(try time(fact.result, "result")), got)
    }

    private func answer(_ compute: () throws(CalendarFailure) -> Instant) -> String {
        do throws(CalendarFailure) { return text(try compute()) } catch { return error.description }
    }

    /// What is expected of a target of no time: that the engine refuses it.
    private func refusal(_ fact: CaseFile.Fact) -> String? {
        fact.tags.contains("zero") || fact.seconds == 0 ? CalendarFailure.targetNotPositive.description : nil
    }

    private func elapsed(_ fact: CaseFile.Fact, _ calendar: BusinessCalendar) throws(CaseProblem) -> (String, String) {
        let (from, to) = (try time(fact.from, "from"), try time(fact.to, "to"))
        let open = calendar.openTime(from: from, to: to, except: try ranges(fact.pauses ?? []))
        return (seconds(try span(fact.secondsReal ?? fact.seconds, "seconds")), seconds(open))
    }

    private func periods(_ fact: CaseFile.Fact, _ calendar: BusinessCalendar) throws(CaseProblem) -> (String, String) {
        guard let expect = fact.expect else { throw CaseProblem("“expect” is missing") }
        let limit = min(max(fact.take ?? expect.count, 0), 10_000)
        let found = calendar.periods(from: try time(fact.from, "from"), limit: limit)
        return (list(try ranges(expect)), list(found))
    }

    private func wall(_ fact: CaseFile.Fact) throws(CaseProblem) -> (String, String) {
        guard let zone = fact.timezone else { throw CaseProblem("“timezone” is missing") }
        let shown = try time(fact.local.map { $0 + "Z" }, "local")
        let day = LocalTime.utcDay(of: shown)
        let second = Int((shown.milliseconds - day * 86_400_000) / 1000)
        let instant = BusinessCalendar.instant(.init(dayNumber: day), second: second, in: zone)
        return (text(try time(fact.instant, "instant")), text(instant))
    }

    // MARK: Reading and writing values

    private func time(_ text: String?, _ name: String) throws(CaseProblem) -> Instant {
        guard let text else { throw CaseProblem("“\(name)” is missing") }
        guard let instant = Instant(text) else {
            throw CaseProblem("“\(name)” is no instant: \(SafeLine.snippet(text))")
        }
        return instant
    }

    private func ranges(_ pairs: [[String]]) throws(CaseProblem) -> [Range<Instant>] {
        var ranges: [Range<Instant>] = []
        for pair in pairs {
            guard pair.count == 2 else { throw CaseProblem("a period has a beginning and an end") }
            let (from, to) = (try time(pair[0], "from"), try time(pair[1], "to"))
            guard from <= to else { throw CaseProblem("a period ends before it begins") }
            ranges.append(from..<to)
        }
        return ranges
    }

    private func span(_ seconds: Double?, _ name: String) throws(CaseProblem) -> Span {
        guard let seconds, abs(seconds) < 1e12 else {
            throw CaseProblem("“\(name)” is missing or no number of seconds")
        }
        return Span(milliseconds: Int64((seconds * 1000).rounded()))
    }

    private func flag(_ value: Bool?, _ name: String) throws(CaseProblem) -> String {
        guard let value else { throw CaseProblem("“\(name)” is missing") }
        return String(value)
    }

    private func text(_ instant: Instant?) -> String { instant.map(\.description) ?? "never" }

    private func seconds(_ span: Span) -> String { "\(Double(span.milliseconds) / 1000) s" }

    private func list(_ periods: [Range<Instant>]) -> String {
        periods.map { "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: " ")
    }
}

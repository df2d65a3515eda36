/// Judges stored history by another setup, and changes nothing.
public struct Replay: Sendable {
    /// Messages of one slice.
    private static let slice: Int64 = 4000

    private let store: any ReplayStore
    private let setup: Setup
    private let now: Instant
    /// The team for what no rule claims, as it is today.
    private let defaultTeam: String

    /// A replay.
    ///
    /// - Parameters:
    ///   - store: The history.
    ///   - setup: What it is judged by.
    ///   - defaultTeam: The team for what no rule claims, as it is today.
    ///   - now: The present instant: open promises are held against it.
    public init(_ store: any ReplayStore, by setup: Setup, defaultTeam: String, now: Instant) {
        self.store = store
        self.setup = setup
        self.defaultTeam = defaultTeam
        self.now = now
    }

    /// Judges everything said since an instant, in several slices at once.
    public func run(since: Instant, lanes: Int) async throws -> ReplayReport {
        var report = ReplayReport()
        guard let range = try await store.replayRange(since: since) else { return report }
        let starts = Array(stride(from: range.lowerBound, through: range.upperBound, by: Int(Self.slice)))
        try await withThrowingTaskGroup(of: ReplayReport.self) { group in
            var rest = starts[...]
            func begin() {
                guard let start = rest.popFirst() else { return }
                group.addTask { try await judge(start...min(start + Self.slice - 1, range.upperBound), since) }
            }
            for _ in 0..<max(lanes, 1) { begin() }
            while let part = try await group.next() {
                report.add(part)
                begin()
            }
        }
        return report
    }

    private func judge(_ range: ClosedRange<Int64>, _ since: Instant) async throws -> ReplayReport {
        var report = ReplayReport()
        for one in try await store.replayCases(in: range, since: since) { judge(one, into: &report) }
        return report
    }

    /// Judges one message and notes what would be different.
    func judge(_ one: ReplayCase, into report: inout ReplayReport) {
        report.messages += 1
        let readable = one.readable
        let triage = setup.triage.read(
            readable,
            context: TriageContext(
                isPrivate: one.conversation.isPrivate,
                followers: one.author?.followers,
                channel: one.conversation.channel.rawValue,
                author: one.author?.handle?.lowercased()
            )
        )
        var subject = subject(of: one, readable, triage)
        let routing = setup.configuration.routing.decide(subject, at: one.at)
        subject.conversation.urgency = Urgency(score: triage.urgency.score + routing.urgencyShift)
        func example(_ before: String, _ after: String) -> ReplayReport.Example {
            .init(
                conversation: one.conversation.id.rawValue,
                before: before,
                after: after,
                snippet: SafeLine.snippet(readable, limit: 80)
            )
        }
        let (was, is_) = (one.urgency.level, subject.conversation.urgency.level)
        if was != is_ { report.levels.note(example(was.rawValue, is_.rawValue)) }
        if let tone = one.sentiment, tone != triage.sentiment.label {
            report.sentiments.note(example(tone.rawValue, triage.sentiment.label.rawValue))
        }
        guard one.isFirst else { return }
        let (before, after) = (one.team ?? defaultTeam, routing.team ?? setup.configuration.routing.defaultTeam)
        if before != after { report.teams.note(example(before, after)) }
        subject.conversation.team = after
        subject.conversation.tags = routing.tags
        judgePromise(one, subject, into: &report, example)
    }

    /// The conversation as it was when the message came.
    private func subject(of one: ReplayCase, _ readable: String, _ triage: Triage) -> QuerySubject {
        var conversation = one.conversation
        conversation.state = .open
        conversation.urgency = triage.urgency
        conversation.sentiment = triage.sentiment.label
        conversation.language = triage.language
        conversation.topics = triage.topics
        if one.isFirst {
            conversation.team = setup.configuration.routing.defaultTeam
            conversation.tags = []
            conversation.assignee = nil
        }
        return QuerySubject(
            conversation: conversation,
            author: one.author,
            text: readable,
            folded: FoldedText(readable),
            hasAttachment: one.hasAttachment
        )
    }

    private func judgePromise(
        _ one: ReplayCase,
        _ subject: QuerySubject,
        into report: inout ReplayReport,
        _ example: (String, String) -> ReplayReport.Example
    ) {
        let service = ServiceLevel(policies: setup.configuration.policies, teams: setup.configuration.teams)
        let policy = service.policy(for: subject, at: one.at)
        let target = service.target(.firstResponse, subject.conversation, policy)
        guard let old = one.promise else {
            if let target { report.deadlines.note(example("none", target.written)) }
            return
        }
        guard let target else { return report.deadlines.note(example(old.target.written, "none")) }
        if (old.target, old.team) != (target, subject.conversation.team) {
            let team = old.team == subject.conversation.team ? "" : " by \(subject.conversation.team)"
            report.deadlines.note(example(old.target.written, target.written + team))
        }
        var clock = old
        (clock.target, clock.team, clock.used, clock.runningSince) = (
            target, subject.conversation.team, .zero, old.startedAt
        )
        guard let due = service.instant(of: clock, using: target.span), old.state != .cancelled else { return }
        let wasBroken = old.breachedAt != nil
        let isBroken = (old.endedAt ?? now) > due
        if wasBroken != isBroken { report.alerts.note(example(Self.word(wasBroken), Self.word(isBroken))) }
    }

    private static func word(_ isBroken: Bool) -> String { isBroken ? "breached" : "kept" }
}

extension ServicePolicy.Target {
    /// `1h business`.
    fileprivate var written: String { "\(SpanText.of(span)) \(hours.rawValue)" }
}

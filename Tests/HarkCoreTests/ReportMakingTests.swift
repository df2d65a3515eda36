@testable import HarkCore
import Testing

/// Figures are counts over facts: what a report says must follow from them and from nothing else.
struct ReportMakingTests {
    private static let until = Instant("2026-11-22T12:00:00Z") ?? Instant(seconds: 0)

    private static func subject(_ id: Int64, channel: String = "telegram", topics: [String] = []) -> ReportFacts.Subject
    {
        .init(conversation: .init(id), channel: .init(channel), team: "support", assignee: nil, topics: topics)
    }

    private static func said(_ id: Int64, ago: Span, _ label: Sentiment.Label?, _ subject: ReportFacts.Subject)
        -> ReportFacts.Said
    { .init(message: .init(rawValue: id), at: until - ago, subject: subject, sentiment: label) }

    /// A first response that was promised an hour before the report's end.
    private static func promise(
        _ id: Int64,
        answeredAfter: Span?,
        breached: Bool = false,
        _ subject: ReportFacts.Subject
    ) -> ReportFacts.Promise {
        let start = until - .hours(1)
        return .init(
            clock: Clock(
                id: .init(rawValue: id),
                conversation: subject.conversation,
                metric: .firstResponse,
                policy: "standard",
                target: .init(span: .minutes(30), hours: .calendar),
                team: "support",
                state: answeredAfter == nil ? .running : .met,
                startedAt: start,
                runningSince: nil,
                dueAt: start + .minutes(30),
                breachedAt: breached ? start + .minutes(30) : nil,
                endedAt: answeredAfter.map { start + $0 }
            ),
            subject: subject
        )
    }

    private static func turn(_ state: Conversation.State, _ length: Span, _ id: Int64 = 4) -> ReportFacts.Turn {
        .init(stay: .init(state: state, from: until - length, until: until), subject: subject(id))
    }

    private static func report(
        _ facts: ReportFacts,
        by: ServiceReport.Grouping = .channel,
        explain: ReportRequest.Figure? = nil,
        days: Int64 = 3
    ) -> ServiceReport {
        ReportMaking(
            request: .init(span: .days(days), by: by, explain: explain),
            facts: facts,
            since: until - .days(days),
            until: until,
            zone: "Europe/Berlin"
        )
        .report()
    }

    @Test func anEmptyStretchHasNoSharesAndEveryDay() {
        let report = Self.report(ReportFacts(said: [], promises: []))
        #expect(report.total.messages == 0 && report.total.answeredShare == nil && report.total.keptShare == nil)
        #expect(report.total.firstResponseMedian == nil && report.groups.isEmpty && report.spikes.isEmpty)
        #expect(report.days.map(\.date) == ["2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"])
    }

    @Test func theMiddleAndNineOfTenAreFirstAnswersThatWereReallyGiven() {
        let spans: [Span?] = [.minutes(1), .minutes(4), .minutes(10), .minutes(45), nil]
        let promises = spans.enumerated().map { index, span in
            Self.promise(
                Int64(index),
                answeredAfter: span,
                breached: span == .minutes(45),
                Self.subject(Int64(index))
            )
        }
        let total = Self.report(ReportFacts(said: [], promises: promises)).total
        #expect((total.needed, total.answered) == (5, 4))
        #expect((total.firstResponseMedian, total.firstResponseP90) == (240, 2700))
        #expect((total.within5Minutes, total.within30Minutes) == (2, 3))
        #expect((total.kept, total.breached) == (3, 1), "what is open and not late is no promise that ended")
    }

    @Test func daysAndHoursAreThoseOfTheZone() {
        // 23:30 UTC on a Saturday is half past midnight on Sunday in Berlin.
        let late = Self.said(1, ago: .hours(12) + .minutes(30), .negative, Self.subject(1))
        let report = Self.report(ReportFacts(said: [late], promises: []))
        #expect(report.days.last == .init(date: "2026-11-22", messages: 1, negative: 1, neutral: 0, positive: 0))
        #expect(report.hours[6][0] == 1)
    }

    @Test func aConversationCountsForEachOfItsTopics() {
        let both = Self.subject(1, topics: ["app", "login"])
        let facts = ReportFacts(
            said: [
                Self.said(1, ago: .hours(2), .neutral, both), Self.said(2, ago: .hours(1), nil, Self.subject(2)),
            ],
            promises: [Self.promise(1, answeredAfter: .minutes(1), both)]
        )
        let groups = Self.report(facts, by: .topic).groups
        #expect(groups.map(\.name) == ["app", "login", "none"])
        #expect(groups.map(\.answered) == [1, 1, 0])
    }

    /// Forty messages in the last hour; the same hour of the weeks before had so many, and another hour of each day more.
    private static func spikes(before: [Int]) -> [ServiceReport.Spike] {
        let storm = (1...40).map { said(Int64($0), ago: .minutes(30), .negative, subject(1)) }
        let hour = (until - .minutes(30)).milliseconds / 3_600_000
        var hours: [Int64: Int] = [:]
        for (week, count) in before.enumerated() {
            hours[hour - Int64(week + 1) * 168] = count
            hours[hour - Int64(week + 1) * 168 - 3] = 90
        }
        return report(ReportFacts(said: storm, promises: [], hoursBefore: hours)).spikes
    }

    @Test func anHourWithFarMoreThanTheSameHourOfOtherWeeksIsASpike() {
        let spikes = Self.spikes(before: [4, 6, 5, 5])
        #expect(spikes.map(\.messages) == [40] && spikes.map(\.usual) == [5])
    }

    @Test func anHourThatIsAlwaysBusyIsNone() { #expect(Self.spikes(before: [38, 41, 36, 44]).isEmpty) }

    @Test func twoWeeksTellNothing() { #expect(Self.spikes(before: [4, 5]).isEmpty) }

    @Test func aLongListIsReadPageByPage() {
        let facts = ReportFacts(
            said: (1...Int64(ReportMaking.evidenceLimit) + 3).map {
                Self.said($0, ago: .hours(2), .neutral, Self.subject($0))
            },
            promises: []
        )
        func page(_ skip: Int) -> ServiceReport {
            ReportMaking(
                request: .init(span: .days(1), by: .channel, explain: .messages, skip: skip),
                facts: facts,
                since: Self.until - .days(1),
                until: Self.until,
                zone: "UTC"
            )
            .report()
        }
        #expect(page(0).evidence?.count == ReportMaking.evidenceLimit && page(0).evidenceCount == facts.said.count)
        #expect(
            page(ReportMaking.evidenceLimit).evidence?.map(\.conversation)
                == facts.said.suffix(3).map {
                    $0.subject.conversation.rawValue
                }
        )
    }

    @Test func waitsAreSummedByConversationAndTheMiddleOneIsTold() {
        let turns = [
            Self.turn(.open, .minutes(60)), Self.turn(.snoozed, .minutes(10)), Self.turn(.pending, .hours(20)),
            Self.turn(.open, .minutes(5), 5), Self.turn(.open, .minutes(30), 6),
        ]
        let total = Self.report(ReportFacts(said: [], promises: [], turns: turns)).total
        #expect(total.requesterWait == .init(seconds: 105 * 60, median: 30 * 60))
        #expect(total.agentWork == .init(seconds: 95 * 60, median: 30 * 60))
    }

    @Test(arguments: ReportRequest.Figure.allCases)
    func everyFigureNamesWhatStandsBehindIt(_ figure: ReportRequest.Figure) {
        let facts = ReportFacts(
            said: [Self.said(1, ago: .hours(2), .negative, Self.subject(4))],
            promises: [
                Self.promise(7, answeredAfter: .minutes(2), Self.subject(4)),
                Self.promise(8, answeredAfter: nil, Self.subject(5)),
            ],
            turns: [
                Self.turn(.open, .minutes(60)), Self.turn(.pending, .minutes(30)), Self.turn(.snoozed, .minutes(10)),
            ]
        )
        let values = Self.report(facts, explain: figure).evidence?.map(\.value)
        switch figure {
        case .messages: #expect(values == [""])
        case .sentiment: #expect(values == ["negative"])
        case .answered: #expect(values == ["answered", "not answered"])
        case .firstResponse: #expect(values == ["120 s"])
        case .promises: #expect(values == ["kept"])
        case .requesterWait: #expect(values == ["3600 s", "600 s"])
        case .agentWork: #expect(values == ["3600 s"])
        }
    }
}

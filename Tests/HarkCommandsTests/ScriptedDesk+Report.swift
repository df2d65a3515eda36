import HarkCore

@testable import HarkCommands

extension ScriptedDesk {
    func report(_ request: ReportRequest) async throws -> ServiceReport {
        note("report \(request.span.milliseconds / 1000) \(request.by.rawValue) \(request.explain?.rawValue ?? "-")")
        return Sample.report(explain: request.explain, count: request.skip == 0 ? 1 : 5)
    }
}

extension Sample {
    static func report(explain: ReportRequest.Figure? = nil, count: Int = 1) -> ServiceReport {
        func figures(_ name: String, _ messages: Int) -> ServiceReport.Figures {
            ServiceReport.Figures(
                name: name,
                messages: messages,
                needed: messages / 2,
                answered: messages / 4,
                firstResponseMedian: 840,
                firstResponseP90: 7200,
                within5Minutes: 2,
                within30Minutes: messages / 8,
                kept: messages / 3,
                breached: messages / 6,
                negative: messages / 4,
                neutral: messages / 2,
                positive: messages / 4,
                requesterWait: .init(seconds: 90_000, median: 2700),
                agentWork: .init(seconds: 81_000, median: 1800)
            )
        }
        var hours = Array(repeating: Array(repeating: 0, count: 24), count: 7)
        hours[0][9] = 12
        hours[4][16] = 4
        return ServiceReport(
            since: Sample.now - .days(3),
            until: Sample.now,
            zone: "Europe/Berlin",
            by: .channel,
            total: figures("all", 48),
            groups: [figures("telegram", 32), figures("=cmd|<b>", 16)],
            days: [
                .init(date: "2026-11-19", messages: 8, negative: 1, neutral: 4, positive: 3),
                .init(date: "2026-11-20", messages: 0, negative: 0),
                .init(date: "2026-11-21", messages: 16, negative: 8, neutral: 8),
                .init(date: "2026-11-22", messages: 24, negative: 3, neutral: 17),
            ],
            hours: hours,
            spikes: [.init(at: Sample.now - .hours(20), messages: 30, usual: 4)],
            evidence: explain.map { _ in
                [.init(conversation: 42, at: Sample.now, what: "first_response clock 7", value: "840 s")]
            },
            evidenceCount: explain.map { _ in count }
        )
    }
}

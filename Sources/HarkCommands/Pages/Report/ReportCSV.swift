import HarkCore

/// The groups for a spreadsheet, everything together first.
enum ReportCSV {
    private static let names = [
        "name", "messages", "needed", "answered", "first_response_median_seconds", "first_response_p90_seconds",
        "within_5_minutes", "within_30_minutes", "kept", "breached", "negative", "neutral", "positive",
        "requester_wait_seconds", "requester_wait_median_seconds", "agent_work_seconds", "agent_work_median_seconds",
    ]

    static func render(_ report: ServiceReport) -> String {
        let rows = ([report.total] + report.groups).map { one in
            let numbers: [Int64?] = [
                Int64(one.messages), Int64(one.needed), Int64(one.answered), one.firstResponseMedian,
                one.firstResponseP90, Int64(one.within5Minutes), Int64(one.within30Minutes), Int64(one.kept),
                Int64(one.breached), Int64(one.negative), Int64(one.neutral), Int64(one.positive),
                one.requesterWait.seconds, one.requesterWait.median, one.agentWork.seconds, one.agentWork.median,
            ]
            return CSVText.line([CSVText.cell(one.name)] + numbers.map { $0.map { String($0) } ?? "" })
        }
        return CSVText.line(names) + rows.joined()
    }
}

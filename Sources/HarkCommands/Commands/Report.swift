import ArgumentParser
import Foundation
import HarkConfig
import HarkCore

struct Report: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Tell how the team did: answers, promises, volume, mood.",
        discussion: """
            Each figure can name what stands behind it: --explain messages, answered, first-response, promises, sentiment, \
            requester-wait (how long customers waited for us) or agent-work (how long it was our turn).

            Example:
              hark report --since 7d --by team
            """
    )

    @Option(help: ArgumentHelp("How far back to look: 24h, 7d, 30d.", valueName: "span"))
    var since = "30d"

    @Option(
        help: "What the figures are told apart by: channel, team, agent, hour or topic.",
        completion: .list(ServiceReport.Grouping.allCases.map(\.rawValue)),
        transform: { try Choice.read($0, of: "grouping") }
    )
    var by = ServiceReport.Grouping.channel

    @Option(
        help: ArgumentHelp("List what stands behind a figure.", valueName: "figure"),
        completion: .list(ReportRequest.Figure.allCases.map(\.rawValue)),
        transform: { try Choice.read($0, of: "figure") }
    )
    var explain: ReportRequest.Figure?

    @Option(help: "How many of the things behind a figure to leave out: those read before.")
    var skip = 0

    @Option(
        help: ArgumentHelp("Write one self-contained page with charts.", valueName: "file"),
        completion: .file(extensions: ["html"])
    )
    var html: String?

    @Flag(help: "The same as --output csv: the groups, a line each.")
    var csv = false

    @OptionGroup var options: ClientOptions

    func validate() throws {
        guard skip >= 0 else { throw ValidationError("--skip is a count, 0 or more") }
        guard skip == 0 || explain != nil else { throw ValidationError("--skip goes with --explain") }
    }

    func run(_ session: Session) async throws -> ExitStatus {
        guard let span = Span(written: since), span > .zero else {
            throw ValidationError("“\(since)” is no duration; write 24h, 7d or 30d")
        }
        let report = try await session.desk.report(
            ReportRequest(span: span, by: by, explain: explain, skip: skip)
        )
        let console = session.console
        if let html {
            try Data(ReportHTML.render(report).utf8).write(to: URL(filePath: html), options: .atomic)
            console.say("The report is in \(html).")
        } else if let evidence = report.evidence {
            try show(evidence, of: report.evidenceCount ?? evidence.count, console)
        } else if csv || console.format == .csv {
            console.data(ReportCSV.render(report))
        } else if console.isJSON {
            try console.json(report)
        } else {
            console.page(ReportPage.render(report, style: console.style))
        }
        return .done
    }

    /// What stands behind a figure, and how the list goes on where it does not hold all.
    private func show(_ evidence: [ServiceReport.Evidence], of count: Int, _ console: Console) throws {
        let shown = skip + evidence.count
        let next = shown < count ? String(shown) : nil
        if console.isJSON {
            try console.json(Listing(evidence, next: next))
        } else {
            try console.list(evidence, ids: evidence.map { String($0.conversation) }) {
                ReportPage.table(evidence, style: $0)
            }
        }
        guard next != nil, let explain else { return }
        let figure = "--explain \(explain.rawValue) --skip \(shown)"
        console.warn("\(shown) of \(count). More: hark report --since \(since) --by \(by.rawValue) \(figure)")
    }
}

import ArgumentParser
import HarkCore

extension SLA {
    struct Trial: DeskAction {
        static let configuration = CommandConfiguration(
            commandName: "what-if",
            abstract: "Say what another holiday or another sla.yaml would change, without changing anything."
        )

        @Option(help: ArgumentHelp("A day on which teams would be closed; may be repeated.", valueName: "date"))
        var holiday: [String] = []

        @Option(help: ArgumentHelp("Only this team would be closed; may be repeated.", valueName: "team"))
        var team: [String] = []

        @Option(help: ArgumentHelp("Another sla.yaml; - for standard input.", valueName: "file"))
        var policy: String?

        @OptionGroup var options: ClientOptions

        func validate() throws {
            if holiday.isEmpty, policy == nil { throw ValidationError("say what would change: --holiday or --policy") }
        }

        func run(_ session: Session) async throws -> ExitStatus {
            let text = try policy.map { try session.surroundings.text(of: $0) }
            let change = WhatIf(holidays: holiday, teams: team, policies: text)
            let report = try await session.desk.whatIf(change)
            let console = session.console
            if console.isJSON {
                try console.json(report)
            } else if console.isQuiet {
                console.data(report.moved.map { "\($0.conversation)\n" }.joined())
            } else {
                console.data(WhatIfTable.render(report, style: console.style))
                console.say("\(report.moved.count) of \(report.clocks) open deadlines would move; nothing was changed.")
            }
            return .done
        }
    }
}

import ArgumentParser
import HarkCore

struct Ack: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Say that you take care of alerts; their ladders rest for a while.",
        discussion: """
            The numbers stand in `hark alerts` and in the mails. An alert that is still open later is told again.

            Example:
              hark ack 7
            """
    )

    @Argument(help: ArgumentHelp("The alerts' numbers, as in `hark alerts`.", valueName: "id"))
    var ids: [Int64]

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        var alerts: [AlertView] = []
        var failures: [ExitStatus] = []
        for id in ids {
            do {
                alerts.append(try await session.desk.acknowledge(.init(rawValue: id)))
            } catch let failure as Failure {
                failures.append(ExitStatus(failure))
                session.console.complain(failure, about: "alert \(id)")
            }
        }
        let console = session.console
        if console.isJSON {
            try console.json(Listing(alerts))
        } else if !console.isQuiet {
            console.data(AlertTable.render(alerts, style: console.style, now: session.now))
        }
        guard let first = failures.first else { return .done }
        return failures.count == ids.count && failures.allSatisfy { $0 == first } ? first : .failed
    }
}

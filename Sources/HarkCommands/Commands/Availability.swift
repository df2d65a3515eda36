import ArgumentParser
import HarkCore

struct Availability: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Show who takes conversations, or say whether you do.",
        discussion: """
            available takes new conversations within working hours; away takes none and keeps what it has; \
            away_and_reassign gives what it has to others.

            Example:
              hark availability away
            """
    )

    @Argument(
        help: ArgumentHelp(
            "available, away or away_and_reassign; shows all agents when left out.",
            valueName: "presence"
        ),
        transform: read
    )
    var presence: AgentPresence?

    @Option(help: ArgumentHelp("For this agent instead of yourself.", valueName: "name"))
    var agent: String?

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let desk = session.desk
        let name = agent.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
        let views: [AvailabilityView] =
            if let presence { [try await desk.setAvailability(presence, of: name)] } else {
                try await desk.availability().filter { name == nil || $0.agent == name }
            }
        let console = session.console
        if console.isJSON {
            try console.json(Listing(views))
        } else if console.isQuiet {
            console.data(views.map { TerminalText.line($0.agent) + "\n" }.joined())
        } else {
            console.data(AvailabilityTable.render(views, style: console.style, now: session.now))
        }
        return .done
    }

    private static func read(_ text: String) throws -> AgentPresence {
        guard let presence = AgentPresence(rawValue: text.lowercased().replacing("-", with: "_")) else {
            throw ValidationError("“\(text)” is no presence; write available, away or away_and_reassign")
        }
        return presence
    }
}

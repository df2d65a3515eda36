import ArgumentParser
import HarkCore

struct Why: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Say why a conversation is judged, routed and timed as it is.",
        discussion: """
            Example:
              hark why 42
            """
    )

    @Argument(help: ArgumentHelp("The conversation's number.", valueName: "id"), transform: ConversationNumber.read)
    var id: Conversation.ID

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let explanation = try await session.desk.explain(id)
        let console = session.console
        if console.isJSON {
            try console.json(explanation)
        } else if console.isQuiet {
            console.data("\(explanation.conversation.id)\n")
        } else {
            console.data(ExplanationPage.render(explanation, style: console.style, now: session.now))
        }
        return .done
    }
}

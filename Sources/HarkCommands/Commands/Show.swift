import ArgumentParser
import HarkCore

struct Show: DeskAction {
    static let configuration = CommandConfiguration(abstract: "Show a conversation: thread, contact, clocks.")

    @Argument(help: ArgumentHelp("The conversation's number.", valueName: "id"), transform: ConversationNumber.read)
    var id: Conversation.ID

    @Flag(help: "Add everything that happened to it.")
    var history = false

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let detail = try await session.desk.conversation(id)
        let console = session.console
        if console.isJSON {
            try console.json(detail)
        } else if console.isQuiet {
            console.data("\(detail.conversation.id)\n")
        } else {
            console.data(
                ConversationPage.render(detail, style: console.style, now: session.now, history: history)
            )
        }
        return .done
    }
}

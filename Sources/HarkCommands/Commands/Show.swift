import ArgumentParser
import HarkCore

struct Show: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Show a conversation: thread, contact, clocks.",
        discussion: """
            The others see that you look; what you have not seen yet stops a reply of yours later.

            Example:
              hark show 42 --history
            """
    )

    @Argument(
        help: ArgumentHelp("The conversation's number.", valueName: "id"),
        completion: LiveValues.conversations,
        transform: ConversationNumber.read
    )
    var id: Conversation.ID

    @Flag(help: "Add everything that happened to it.")
    var history = false

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        try await session.show(id, history: history)
        return .done
    }
}

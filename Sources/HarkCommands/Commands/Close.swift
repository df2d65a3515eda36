import ArgumentParser
import HarkCore

struct Close: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Close conversations; a customer's message opens them again."
    )

    @Argument(help: ArgumentHelp("The conversations' numbers.", valueName: "id"), transform: ConversationNumber.read)
    var ids: [Conversation.ID]

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        try await session.change(ids, ConversationChange(state: .closed)) { "now \($0.state.rawValue)" }
    }
}

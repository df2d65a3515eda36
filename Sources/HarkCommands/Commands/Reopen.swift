import ArgumentParser
import HarkCore

struct Reopen: DeskAction {
    static let configuration = CommandConfiguration(abstract: "Open conversations again.")

    @Argument(help: ArgumentHelp("The conversations' numbers.", valueName: "id"), transform: ConversationNumber.read)
    var ids: [Conversation.ID]

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        try await session.change(ids, ConversationChange(state: .open)) { "now \($0.state.rawValue)" }
    }
}

import ArgumentParser
import HarkCore

struct Pending: DeskAction {
    static let configuration = CommandConfiguration(abstract: "Mark conversations as waiting for the customer.")

    @Argument(help: ArgumentHelp("The conversations' numbers.", valueName: "id"), transform: ConversationNumber.read)
    var ids: [Conversation.ID]

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        try await session.change(ids, ConversationChange(state: .pending)) { "now \($0.state.rawValue)" }
    }
}

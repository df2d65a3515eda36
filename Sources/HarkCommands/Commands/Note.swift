import ArgumentParser
import HarkCore

struct Note: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Add a note among us: the customer never sees it, and no clock minds it."
    )

    @Argument(help: ArgumentHelp("The conversation's number.", valueName: "id"), transform: ConversationNumber.read)
    var id: Conversation.ID

    @Argument(help: ArgumentHelp("The text; - reads standard input; left out, your editor opens.", valueName: "text"))
    var text: [String] = []

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let text = try await MessageText.read(text, in: session.surroundings) {
            "# Write the note on #\(id) above this line; an empty one cancels.\n"
        }
        return try await Batch(session: session) { _ in "note added" }.run([id]) {
            try await session.desk.note($0, text: text)
        }
    }
}

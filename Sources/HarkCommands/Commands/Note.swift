import ArgumentParser
import HarkCore

struct Note: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Add a note among us: the customer never sees it, and no clock minds it.",
        discussion: """
            Example:
              hark note 42 "Known fault, ticket 12."
            """
    )

    @Argument(
        help: ArgumentHelp("The conversation's number.", valueName: "id"),
        completion: LiveValues.conversations,
        transform: ConversationNumber.read
    )
    var id: Conversation.ID

    @Argument(help: ArgumentHelp("The text; - reads standard input; left out, your editor opens.", valueName: "text"))
    var text: [String] = []

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let text = try await MessageText.read(text, in: session.surroundings) {
            "# Write the note on #\(id) above this line; an empty one cancels.\n"
        }
        let summary = try await session.desk.note(id, text: text)
        let outcome = ActReport.Outcome(id: id.rawValue, conversation: summary)
        let report = ActReport(act: nil, what: "note", outcomes: [outcome])
        return try ActOutcomes(session: session) { _ in "note added" }.tell([report])
    }
}

import ArgumentParser
import HarkCore

struct Edit: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Give a reply that has left another text.",
        discussion: """
            The newest reply that was written here, unless --message names another. The customer sees the new text where the \
            network can change messages (`hark connectors` says which); `hark show` keeps the old one. No deadline minds it.

            Example:
              hark edit 42 "We are on it, and on order 4712, too."
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

    @Option(help: ArgumentHelp("The reply's number, as `hark show --json` gives it.", valueName: "number"))
    var message: Int64?

    @Option(help: ArgumentHelp("A repeated command with the same key changes once.", valueName: "key"))
    var idempotencyKey: String?

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let ours = try await session.desk.conversation(id).messages.filter {
            $0.direction == .outbound && $0.deletedAt == nil && $0.agent != nil
        }
        guard let reply = ours.last(where: { message == nil || $0.id == message }) else {
            throw Failure(.unprocessable, "conversation \(id) has no such reply of ours; `hark show \(id)` lists them")
        }
        let text = try await MessageText.read(text, in: session.surroundings, draft: reply.text) {
            "# Write the reply's new text above this line; an empty one cancels.\n"
        }
        let command = EditCommand(message: reply.id, text: text, idempotencyKey: idempotencyKey)
        let outcome = ActReport.Outcome(id: id.rawValue, conversation: try await session.desk.edit(id, command))
        let report = ActReport(act: nil, what: "edit", outcomes: [outcome])
        return try ActOutcomes(session: session) { _ in "new text queued" }.tell([report])
    }
}

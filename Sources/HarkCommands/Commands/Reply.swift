import ArgumentParser
import HarkCore

struct Reply: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Answer the customer.",
        discussion: """
            The text stands after the number, comes from standard input (-), or is written in your editor when it is \
            left out. Afterwards the conversation is pending: the customer owes the next word.
            """
    )

    @Argument(help: ArgumentHelp("The conversation's number.", valueName: "id"), transform: ConversationNumber.read)
    var id: Conversation.ID

    @Argument(help: ArgumentHelp("The text; - reads standard input.", valueName: "text"))
    var text: [String] = []

    @Flag(help: "Leave the conversation open.")
    var keepOpen = false

    @Flag(help: "Close the conversation.")
    var close = false

    @OptionGroup(title: "Beside the text") var extras: ReplyExtraOptions

    @Option(help: ArgumentHelp("A repeated command with the same key sends once.", valueName: "key"))
    var idempotencyKey: String?

    @OptionGroup var options: ClientOptions

    func validate() throws {
        _ = try extras.extras
        if keepOpen && close { throw ValidationError("--keep-open and --close exclude each other") }
    }

    func run(_ session: Session) async throws -> ExitStatus {
        let text = try await MessageText.read(text, in: session.surroundings) {
            try await Self.context(session.desk.conversation(id), session)
        }
        let then: Conversation.State = close ? .closed : keepOpen ? .open : .pending
        let command = ReplyCommand(
            text: text,
            then: then,
            idempotencyKey: idempotencyKey,
            extras: try extras.extras
        )
        let batch = Batch(session: session) { "reply queued; now \($0.state.rawValue)" }
        return try await batch.run([id]) { try await session.desk.reply($0, command) }
    }

    /// The thread below the draft, so that the writer sees what they answer.
    private static func context(_ detail: ConversationDetail, _ session: Session) -> String {
        let style = Style(isTerminal: true, width: 80, hasColour: false, zone: session.surroundings.zone)
        let page = ConversationPage.render(detail, style: style, now: session.now)
        return "# Write the reply above this line; an empty one cancels.\n\n" + page
    }
}

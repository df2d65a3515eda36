import ArgumentParser
import HarkCore

struct Reply: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Answer the customer.",
        discussion: """
            The text stands after the number, comes from standard input (-), is a canned one, or is written in your editor \
            when it is left out. Afterwards the conversation is pending: the customer owes the next word. If somebody did \
            something there since you looked, nothing is sent and the draft is kept; see `hark drafts`.

            Example:
              hark reply 42 "We are on it."
            """
    )

    @Argument(
        help: ArgumentHelp("The conversation's number.", valueName: "id"),
        completion: LiveValues.conversations,
        transform: ConversationNumber.read
    )
    var id: Conversation.ID

    @Argument(help: ArgumentHelp("The text; - reads standard input.", valueName: "text"))
    var text: [String] = []

    @Option(help: ArgumentHelp("Send this canned text.", valueName: "name"), completion: LiveValues.canned)
    var canned: String?

    @Flag(help: "Leave the conversation open.")
    var keepOpen = false

    @Flag(help: "Close the conversation.")
    var close = false

    @OptionGroup(title: "Beside the text") var extras: ReplyExtraOptions

    @Flag(help: "Send even if the conversation has changed since it was shown.")
    var insist = false

    @Option(help: ArgumentHelp("A repeated command with the same key sends once.", valueName: "key"))
    var idempotencyKey: String?

    @OptionGroup var options: ClientOptions

    func validate() throws {
        _ = try extras.extras
        if keepOpen && close { throw ValidationError("--keep-open and --close exclude each other") }
        if canned != nil && !text.isEmpty { throw ValidationError("give a text or --canned, not both") }
    }

    func run(_ session: Session) async throws -> ExitStatus {
        let writing = ReplyWriting(
            session: session,
            id: id,
            then: close ? .closed : keepOpen ? .open : .pending,
            key: idempotencyKey,
            insists: insist,
            extras: try extras.extras
        )
        return try await writing.write(text, canned: canned)
    }
}

import ArgumentParser
import HarkCore

struct Claim: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Take a conversation in hand: one by its number, or the oldest that waits for you.",
        discussion: """
            A claim lasts half an hour; claim again to renew it, answer to keep the conversation, or release it.

            Example:
              hark claim 42
            """
    )

    @Argument(
        help: ArgumentHelp("The conversation's number; the oldest that waits when left out.", valueName: "id"),
        transform: ConversationNumber.read
    )
    var id: Conversation.ID?

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let summary = try await session.desk.claim(id)
        try session.tell(summary, "is yours for now: \(summary.author): \(summary.snippet)")
        return .done
    }
}

struct Release: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Give a conversation of yours back to the queue.",
        discussion: """
            Example:
              hark release 42
            """
    )

    @Argument(help: ArgumentHelp("The conversation's number.", valueName: "id"), transform: ConversationNumber.read)
    var id: Conversation.ID

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let summary = try await session.desk.release(id)
        try session.tell(summary, "waits again for \(summary.owner)")
        return .done
    }
}

extension Session {
    /// Confirms what became of one conversation.
    fileprivate func tell(_ summary: ConversationSummary, _ deed: String) throws {
        if console.isJSON { return try console.json(summary) }
        if console.isQuiet { return console.data("\(summary.id)\n") }
        console.data(console.style.paint("#\(summary.id)", .strong) + " " + console.style.paint(deed) + "\n")
    }
}

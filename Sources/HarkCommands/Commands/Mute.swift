import ArgumentParser
import HarkCore

struct Mute: ActAction {
    static let configuration = CommandConfiguration(
        abstract: "Close conversations for good: what the customer says there is filed and opens nothing.",
        discussion: """
            Example:
              hark mute 42
            """
    )

    @Argument(help: ActOptions.targetHelp, completion: LiveValues.conversations)
    var words: [String]

    @Flag(help: "Hear of them again.")
    var off = false

    @OptionGroup var act: ActOptions

    func run(_ session: Session) async throws -> ExitStatus {
        try await Acting(session: session, options: act).run(Targets(words), Deed(mute: !off)) {
            $0.isMuted ? "muted" : "no longer muted"
        }
    }
}

struct Block: ActAction {
    static let configuration = CommandConfiguration(
        abstract: "Hear no more of the customers of conversations: what they write is filed and opens nothing.",
        discussion: """
            Nothing is told to the network or to the customer.

            Example:
              hark block 42
            """
    )

    @Argument(help: ActOptions.targetHelp, completion: LiveValues.conversations)
    var words: [String]

    @Flag(help: "Hear of them again.")
    var off = false

    @OptionGroup var act: ActOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let off = off
        return try await Acting(session: session, options: act).run(Targets(words), Deed(block: !off)) { _ in
            off ? "the customer is heard again" : "the customer is blocked"
        }
    }
}

struct Merge: ActAction {
    static let configuration = CommandConfiguration(
        abstract: "Give conversations' messages to another one of the same channel.",
        usage: "hark merge <id-or-query> ... --into <id>",
        discussion: """
            The emptied ones are closed; what the customer says there later goes to the other one.

            Example:
              hark merge 43 44 --into 42
            """
    )

    @Argument(help: ActOptions.targetHelp, completion: LiveValues.conversations)
    var words: [String]

    @Option(
        help: ArgumentHelp("The conversation that takes them over.", valueName: "id"),
        completion: LiveValues.conversations,
        transform: ConversationNumber.read
    )
    var into: Conversation.ID

    @OptionGroup var act: ActOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let deed = Deed(mergeInto: into.rawValue)
        return try await Acting(session: session, options: act).run(Targets(words), deed) { "merged into #\($0.id)" }
    }
}

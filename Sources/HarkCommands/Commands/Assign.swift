import ArgumentParser
import HarkCore

struct Assign: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Give conversations to an agent or a team.",
        usage: "hark assign <id> ... <@agent|team|@none>\nhark assign --explain <id>",
        discussion: "@ana is an agent, support a team; @none takes the owner away."
    )

    @Argument(
        help: ArgumentHelp("The conversations' numbers, then @agent, a team, or @none.", valueName: "id-or-owner")
    )
    var words: [String] = []

    @Option(
        help: ArgumentHelp("Change nothing; say why this conversation is whose it is.", valueName: "id"),
        transform: ConversationNumber.read
    )
    var explain: Conversation.ID?

    @OptionGroup var options: ClientOptions

    func validate() throws {
        guard explain == nil else {
            if !words.isEmpty { throw ValidationError("--explain changes nothing; leave the other words out") }
            return
        }
        _ = try read()
    }

    func run(_ session: Session) async throws -> ExitStatus {
        if let explain { return try await tell(explain, session) }
        let (ids, change) = try read()
        return try await session.change(ids, change) {
            $0.assignee == nil && change.assignee == ""
                ? "owner taken away, stays with \($0.team)" : "assigned to \($0.owner)"
        }
    }

    private func tell(_ id: Conversation.ID, _ session: Session) async throws -> ExitStatus {
        let explanation = try await session.desk.explainAssignment(of: id)
        let console = session.console
        if console.isJSON {
            try console.json(explanation)
        } else if console.isQuiet {
            console.data(explanation.assignee.map { TerminalText.line($0) + "\n" } ?? "")
        } else {
            console.data(AssignmentPage.render(explanation, style: console.style, now: session.now))
        }
        return .done
    }

    private func read() throws -> ([Conversation.ID], ConversationChange) {
        let words = try NumberedWords(words)
        guard words.rest.count == 1 else {
            throw ValidationError("say whom to assign to, once and last: `hark assign 42 @ana`")
        }
        return (words.ids, try Owner.read(words.rest[0]))
    }
}

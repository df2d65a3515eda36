import ArgumentParser
import HarkCore

struct Assign: ActAction {
    static let configuration = CommandConfiguration(
        abstract: "Give conversations to an agent or a team.",
        usage: "hark assign <id-or-query> ... <@agent|team|@none>\nhark assign --explain <id>",
        discussion: """
            @ana is an agent, support a team; @none takes the owner away.

            Example:
              hark assign 42 43 @ana
            """
    )

    @Argument(
        help: ArgumentHelp("Conversations' numbers, a query or -; then @agent, a team, or @none.", valueName: "word"),
        completion: LiveValues.owners
    )
    var words: [String] = []

    @Option(
        help: ArgumentHelp("Change nothing; say why this conversation is whose it is.", valueName: "id"),
        transform: ConversationNumber.read
    )
    var explain: Conversation.ID?

    @OptionGroup var act: ActOptions

    func validate() throws {
        guard explain == nil else {
            if !words.isEmpty { throw ValidationError("--explain changes nothing; leave the other words out") }
            return
        }
        _ = try read()
    }

    func run(_ session: Session) async throws -> ExitStatus {
        if let explain { return try await tell(explain, session) }
        let (targets, change) = try read()
        return try await Acting(session: session, options: act).run(targets, Deed(change: change)) {
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

    private func read() throws -> (Targets, ConversationChange) {
        guard words.count >= 2, let owner = words.last, ConversationNumber.readIfNumber(owner) == nil else {
            throw ValidationError("say whom to assign to, once and last: `hark assign 42 @ana`")
        }
        return (try Targets(words.dropLast()), try Owner.read(owner))
    }
}

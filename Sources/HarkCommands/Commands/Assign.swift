import ArgumentParser
import HarkCore

struct Assign: ActAction {
    static let configuration = CommandConfiguration(
        abstract: "Give conversations to an agent or a team.",
        usage: "hark assign <id-or-query> ... <@agent|team|@none>",
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
    var words: [String]

    @OptionGroup var act: ActOptions

    func validate() throws { _ = try read() }

    func run(_ session: Session) async throws -> ExitStatus {
        let (targets, change) = try read()
        return try await Acting(session: session, options: act).run(targets, Deed(change: change)) {
            $0.assignee == nil && change.assignee == ""
                ? "owner taken away, stays with \($0.team)" : "assigned to \($0.owner)"
        }
    }

    private func read() throws -> (Targets, ConversationChange) {
        guard words.count >= 2, let owner = words.last, ConversationNumber.readIfNumber(owner) == nil else {
            throw ValidationError("say whom to assign to, once and last: `hark assign 42 @ana`")
        }
        return (try Targets(words.dropLast()), try Owner.read(owner))
    }
}

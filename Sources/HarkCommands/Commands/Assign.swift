import ArgumentParser
import HarkCore

struct Assign: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Give conversations to an agent or a team.",
        usage: "hark assign <id> ... <@agent|team|@none>",
        discussion: "@ana is an agent, support a team; @none takes the owner away."
    )

    @Argument(
        help: ArgumentHelp("The conversations' numbers, then @agent, a team, or @none.", valueName: "id-or-owner")
    )
    var words: [String]

    @OptionGroup var options: ClientOptions

    func validate() throws { _ = try read() }

    func run(_ session: Session) async throws -> ExitStatus {
        let (ids, change) = try read()
        return try await session.change(ids, change) {
            $0.assignee == nil && change.assignee == ""
                ? "owner taken away, stays with \($0.team)" : "assigned to \($0.owner)"
        }
    }

    private func read() throws -> ([Conversation.ID], ConversationChange) {
        let words = try NumberedWords(words)
        guard words.rest.count == 1 else {
            throw ValidationError("say whom to assign to, once and last: `hark assign 42 @ana`")
        }
        return (words.ids, try Owner.read(words.rest[0]))
    }
}

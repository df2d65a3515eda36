import ArgumentParser
import HarkCore

struct Tag: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Add tags to conversations and take them away.",
        usage: "hark tag <id> ... <+tag|-tag> ...",
        discussion: "hark tag 42 43 +vip -spam"
    )

    @Argument(
        help: ArgumentHelp("The conversations' numbers, then +tag to add, -tag to take away.", valueName: "id-or-tag")
    )
    var words: [String]

    @OptionGroup var options: ClientOptions

    func validate() throws { _ = try read() }

    func run(_ session: Session) async throws -> ExitStatus {
        let (ids, change) = try read()
        return try await session.change(ids, change) {
            $0.tags.isEmpty ? "has no tags" : "tagged " + $0.tags.joined(separator: ", ")
        }
    }

    private func read() throws -> ([Conversation.ID], ConversationChange) {
        let words = try NumberedWords(words)
        return (words.ids, try TagChanges.read(words.rest))
    }
}

import ArgumentParser
import HarkCore

struct Tag: ActAction {
    static let configuration = CommandConfiguration(
        abstract: "Add tags to conversations and take them away.",
        usage: "hark tag <id-or-query> ... <+tag|-tag> ... [-]",
        discussion: """
            A query is one word, in quotes. `-` reads numbers from standard input, first or last.

            Example:
              hark tag 42 43 +vip -spam
            """
    )

    @Argument(
        help: ArgumentHelp(
            "Conversations' numbers, a query or -; then +tag to add, -tag to take away.",
            valueName: "word"
        ),
        completion: LiveValues.tags
    )
    var words: [String]

    @OptionGroup var act: ActOptions

    func validate() throws { _ = try read() }

    func run(_ session: Session) async throws -> ExitStatus {
        let (targets, change) = try read()
        return try await Acting(session: session, options: act).run(targets, Deed(change: change)) {
            $0.tags.isEmpty ? "has no tags" : "tagged " + $0.tags.joined(separator: ", ")
        }
    }

    private func read() throws -> (Targets, ConversationChange) {
        let words = words.map(Dashes.restored)
        // `hark inbox -q | hark tag +vip -`
        if words.last == "-" { return (.input, try TagChanges.read(words.dropLast())) }
        let (targets, changes) = try Targets.leading(words)
        return (targets, try TagChanges.read(changes))
    }
}

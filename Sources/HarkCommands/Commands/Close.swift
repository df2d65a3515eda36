import ArgumentParser
import HarkCore

struct Close: ActAction {
    static let configuration = CommandConfiguration(
        abstract: "Close conversations; a customer's message opens them again.",
        discussion: """
            Example:
              hark close 42 43
            """
    )

    @Argument(help: ActOptions.targetHelp, completion: LiveValues.conversations)
    var words: [String]

    @OptionGroup var act: ActOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let deed = Deed(change: ConversationChange(state: .closed))
        return try await Acting(session: session, options: act).run(Targets(words), deed) {
            "now \($0.state.rawValue)"
        }
    }
}

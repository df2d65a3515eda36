import ArgumentParser
import HarkCore

struct Reopen: ActAction {
    static let configuration = CommandConfiguration(
        abstract: "Open conversations again.",
        discussion: """
            Example:
              hark reopen 42
            """
    )

    @Argument(help: ActOptions.targetHelp, completion: LiveValues.conversations)
    var words: [String]

    @OptionGroup var act: ActOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let deed = Deed(change: ConversationChange(state: .open))
        return try await Acting(session: session, options: act).run(Targets(words), deed) {
            "now \($0.state.rawValue)"
        }
    }
}

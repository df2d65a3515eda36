import ArgumentParser
import HarkCore

struct Pending: ActAction {
    static let configuration = CommandConfiguration(
        abstract: "Mark conversations as waiting for the customer.",
        discussion: """
            Example:
              hark pending 42
            """
    )

    @Argument(help: ActOptions.targetHelp, completion: LiveValues.conversations)
    var words: [String]

    @OptionGroup var act: ActOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let deed = Deed(change: ConversationChange(state: .pending))
        return try await Acting(session: session, options: act).run(Targets(words), deed) {
            "now \($0.state.rawValue)"
        }
    }
}

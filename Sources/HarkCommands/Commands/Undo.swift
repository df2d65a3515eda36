import ArgumentParser
import HarkCore

struct Undo: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Take back your last act, or one from the history.",
        discussion: """
            One act may have changed thousands of conversations; all of them go back. What somebody changed since then stays \
            and is told. A reply can be taken back while it is held (hold_replies in hark.yaml).

            Example:
              hark undo 17
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The act's number, as `hark history` lists it; your last one when left out.",
            valueName: "act"
        )
    )
    var act: Int64?

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let report = try await session.desk.undo(act)
        let status = try ActOutcomes(session: session) { _ in "is as it was" }.tell([report])
        if report.outcomes.count > 1 { session.console.say(report.what) }
        return status
    }
}

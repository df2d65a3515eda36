import ArgumentParser
import HarkCore

struct History: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "List what people did, newest first; `hark undo` takes an entry back.",
        discussion: """
            Example:
              hark history --limit 10
            """
    )

    @Option(help: "How many, 1 to 200.")
    var limit = 20

    @Option(help: ArgumentHelp("Only acts before this one.", valueName: "act"))
    var before: Int64?

    @OptionGroup var options: ClientOptions

    func validate() throws {
        guard (1...200).contains(limit) else { throw ValidationError("--limit goes from 1 to 200") }
    }

    func run(_ session: Session) async throws -> ExitStatus {
        let acts = try await session.desk.history(before: before, limit: limit)
        try session.console.list(acts, ids: acts.map { String($0.id) }) {
            HistoryTable.render(acts, style: $0, now: session.now)
        }
        if acts.isEmpty { session.console.say("Nobody has done anything yet.") }
        return .done
    }
}

import ArgumentParser
import HarkConfig
import HarkCore

struct Radar: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "List what will breach, earliest first, given the opening hours.",
        discussion: """
            Example:
              hark radar --within 2h
            """
    )

    @Option(help: ArgumentHelp("How far to look ahead: 30m, 2h, 1d.", valueName: "span"))
    var within = "2h"

    @Flag(help: "End with 1 when something will breach.")
    var exitCode = false

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        guard let span = Span(written: within), span > .zero else {
            throw ValidationError("“\(within)” is no duration; write 30m, 2h or 1d")
        }
        let entries = try await session.desk.radar(within: span)
        let console = session.console
        if console.isJSON {
            try console.json(Listing(entries))
        } else if console.isQuiet {
            console.data(entries.map { "\($0.conversation.id)\n" }.joined())
        } else {
            console.data(RadarTable.render(entries, style: console.style, now: session.now))
            if entries.isEmpty { console.say("Nothing will breach within \(within).") }
        }
        return exitCode && !entries.isEmpty ? .failed : .done
    }
}

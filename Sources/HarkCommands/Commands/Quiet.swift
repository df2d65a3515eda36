import ArgumentParser
import HarkCore

struct Quiet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silence",
        abstract: "Keep alerts from being mailed for a while, for a reason.",
        subcommands: [List.self, Add.self, End.self],
        defaultSubcommand: List.self
    )
}

extension Quiet {
    struct List: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "List the silences that have not ended.",
            discussion: """
                Example:
                  hark silence list
                """
        )

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let silences = try await session.desk.silences()
            let console = session.console
            if console.isJSON {
                try console.json(Listing(silences))
            } else if console.isQuiet {
                console.data(silences.map { "\($0.id)\n" }.joined())
            } else {
                console.data(SilenceTable.render(silences, style: console.style, now: session.now))
                if silences.isEmpty { console.say("Nothing is silenced.") }
            }
            return .done
        }
    }

    struct Add: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "Mail no alerts until a time; what is still open then is told.",
            discussion: """
                Without --team, --channel, --conversation and --to, everything is silenced.

                Example:
                  hark silence add --team support --until 2h --reason "planned work"
                """
        )

        @Option(help: "Only the alerts of a team.")
        var team: String?

        @Option(help: "Only the alerts about a channel.")
        var channel: String?

        @Option(help: "Only the alerts about a conversation.")
        var conversation: Int64?

        @Option(help: "Only the mails to an address.")
        var to: String?

        @Option(help: ArgumentHelp("Until when: 2h, 17:00, tomorrow, monday 8:30, 2026-12-01.", valueName: "time"))
        var until: String

        @Option(help: "Why; it stands in the list and in the log.")
        var reason: String

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let time = SnoozeTime(now: session.now, zone: session.surroundings.zone)
            let words = until.split(separator: " ").map(String.init)
            let scope = Silence.Scope(
                team: team,
                conversation: conversation.map { Conversation.ID($0) },
                channel: channel,
                recipient: to
            )
            let command = SilenceCommand(scope: scope, endsAt: try time.read(words), reason: reason)
            let silence = try await session.desk.silence(command)
            if session.console.isJSON { try session.console.json(silence) }
            session.console.say("Silence \(silence.id) holds; `hark silence end \(silence.id)` ends it.")
            return .done
        }
    }

    struct End: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "End a silence now.",
            discussion: """
                Example:
                  hark silence end 3
                """
        )

        @Argument(help: ArgumentHelp("The silence's number, as in `hark silence`.", valueName: "id"))
        var id: Int64

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let silence = try await session.desk.endSilence(id)
            if session.console.isJSON { try session.console.json(silence) }
            session.console.say("Silence \(silence.id) has ended.")
            return .done
        }
    }
}

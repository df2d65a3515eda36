import ArgumentParser
import HarkCore

struct Channels: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how every connection fares, try them, or connect an account.",
        subcommands: [List.self, Check.self, Connect.self],
        defaultSubcommand: List.self
    )
}

extension Channels {
    struct List: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "Show how every connection fares.",
            discussion: """
                Example:
                  hark channels list
                """
        )

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let channels = try await session.desk.channels()
            let console = session.console
            if console.isJSON {
                try console.json(Listing(channels))
            } else if console.isQuiet {
                console.data(channels.map { TerminalText.line($0.id) + "\n" }.joined())
            } else {
                console.data(ChannelTable.render(channels, style: console.style, now: session.now))
                if channels.isEmpty { console.say("No channel is connected; describe one in Config/channels.yaml.") }
            }
            return .done
        }
    }

    struct Check: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "Make one real call per channel and say what is wrong.",
            discussion: """
                Ends with 1 when a channel does not work.

                Example:
                  hark channels check
                """
        )

        @Argument(help: ArgumentHelp("The channels' names; all when left out.", valueName: "channel"))
        var ids: [String] = []

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let checks = try await session.desk.checkChannels(ids.map { Channel.ID($0) })
            let console = session.console
            if console.isJSON {
                try console.json(Listing(checks))
            } else if console.isQuiet {
                console.data(checks.filter { !$0.ok }.map { TerminalText.line($0.id) + "\n" }.joined())
            } else {
                console.data(CheckTable.render(checks, style: console.style))
            }
            return checks.allSatisfy(\.ok) ? .done : .failed
        }
    }
}

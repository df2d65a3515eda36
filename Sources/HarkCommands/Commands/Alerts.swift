import ArgumentParser
import HarkCore

struct Alerts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what people were told, and what did not reach them.",
        subcommands: [List.self, Retry.self],
        defaultSubcommand: List.self
    )
}

extension Alerts {
    struct List: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "Show the alerts that are open, newest first.",
            discussion: """
                With --failed, the mails that were given up; ends with 1 when there are any.

                Example:
                  hark alerts list --all
                """
        )

        @Flag(help: "The mails that were given up.")
        var failed = false

        @Flag(help: "Also alerts that are over.")
        var all = false

        @Option(help: "How many, 1 to 200.")
        var limit = 50

        @Option(help: "Where to go on: what the “More” line of the page before says.")
        var cursor: String?

        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard (1...200).contains(limit) else { throw ValidationError("--limit goes from 1 to 200") }
            guard !failed || !all else { throw ValidationError("--failed and --all do not go together") }
        }

        func run(_ session: Session) async throws -> ExitStatus {
            if failed { return try await showFailed(session) }
            let request = AlertsRequest(all: all, limit: limit, cursor: cursor)
            let page = try await session.desk.alerts(request)
            let console = session.console
            if console.isJSON {
                try console.json(Listing(page.data, next: page.next))
            } else if console.isQuiet {
                console.data(page.data.map { "\($0.id)\n" }.joined())
            } else {
                console.data(AlertTable.render(page.data, style: console.style, now: session.now))
                if page.data.isEmpty { console.say("Nothing is open.") }
                if let more = AlertTable.more(page, request) { console.say(more) }
            }
            return .done
        }

        private func showFailed(_ session: Session) async throws -> ExitStatus {
            let mails = try await session.desk.failedAlerts()
            let console = session.console
            if console.isJSON {
                try console.json(Listing(mails))
            } else if console.isQuiet {
                console.data(mails.map { "\($0.id)\n" }.joined())
            } else {
                console.data(FailedMailTable.render(mails, style: console.style, now: session.now))
                if mails.isEmpty { console.say("Every alert left.") }
            }
            return mails.isEmpty ? .done : .failed
        }
    }

    struct Retry: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "Send mails that were given up again.",
            discussion: """
                Example:
                  hark alerts retry
                """
        )

        @Argument(help: ArgumentHelp("The mails' numbers, as in `hark alerts --failed`; all when left out."))
        var ids: [Int64] = []

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let mails = try await session.desk.retryAlerts(ids)
            let console = session.console
            if console.isJSON { try console.json(Listing(mails)) }
            console.say(mails.isEmpty ? "No mail was given up." : "\(mails.count) will be tried again now.")
            return .done
        }
    }
}

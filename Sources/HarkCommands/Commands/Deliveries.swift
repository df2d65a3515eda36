import ArgumentParser
import HarkCore

struct Deliveries: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List what arrived, raw, or take in again what could not be read.",
        subcommands: [List.self, Retry.self],
        defaultSubcommand: List.self
    )
}

extension Deliveries {
    struct List: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "List deliveries, newest first.",
            discussion: """
                Example:
                  hark deliveries list --undecoded
                """
        )

        @Flag(help: "Only those that could not be read.")
        var undecoded = false

        @Option(help: "How many, 1 to 200.")
        var limit = 50

        @Option(help: "Where to go on: what the “More” line of the page before says.")
        var cursor: String?

        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard (1...200).contains(limit) else { throw ValidationError("--limit goes from 1 to 200") }
        }

        func run(_ session: Session) async throws -> ExitStatus {
            let request = DeliveriesRequest(undecodedOnly: undecoded, limit: limit, cursor: cursor)
            let page = try await session.desk.deliveries(request)
            let console = session.console
            if console.isJSON {
                try console.json(Listing(page.data, next: page.next))
            } else if console.isQuiet {
                console.data(page.data.map { "\($0.id)\n" }.joined())
            } else {
                console.data(DeliveryTable.render(page.data, style: console.style, now: session.now))
                if page.data.isEmpty {
                    console.say(undecoded ? "Everything could be read." : "Nothing has arrived yet.")
                }
                if let more = DeliveryTable.more(page, request) { console.say(more) }
            }
            return .done
        }
    }

    struct Retry: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "Take undecoded deliveries in again.",
            discussion: """
                Ends with 1 when one of them still cannot be read.

                Example:
                  hark deliveries retry 1
                """
        )

        @Argument(help: ArgumentHelp("The deliveries' numbers; all undecoded ones when left out.", valueName: "id"))
        var ids: [Int64] = []

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let retries = try await session.desk.retryDeliveries(ids)
            let console = session.console
            if console.isJSON {
                try console.json(Listing(retries))
            } else if console.isQuiet {
                console.data(retries.filter { !$0.ok }.map { "\($0.id)\n" }.joined())
            } else {
                console.data(RetryTable.render(retries, style: console.style))
                if retries.isEmpty { console.say("Nothing waits undecoded.") }
            }
            return retries.allSatisfy(\.ok) ? .done : .failed
        }
    }
}

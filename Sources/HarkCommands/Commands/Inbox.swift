import ArgumentParser
import HarkCore

struct Inbox: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "List conversations, worst first: breached, due soonest, urgency, age.",
        discussion: """
            Without a query: everything open. A query is words, "phrases" and tests, as in the rules:
              hark inbox channel:acme 'urgency>=high' topic:outage -from:@us
              hark inbox 'is:breached team:support'
            """
    )

    @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
    var query: [String] = []

    @Option(help: "How many, 1 to 200.")
    var limit = 50

    @Option(help: "Where to go on: what the “More” line of the page before says.")
    var cursor: String?

    @OptionGroup var options: ClientOptions

    func validate() throws {
        guard (1...200).contains(limit) else { throw ValidationError("--limit goes from 1 to 200") }
    }

    func run(_ session: Session) async throws -> ExitStatus {
        let words = query.map(Dashes.restored).joined(separator: " ")
        let request = InboxRequest(query: words, limit: limit, cursor: cursor)
        let page = try await session.desk.inbox(request)
        let console = session.console
        if console.isJSON {
            try console.json(Listing(page.data, next: page.next))
        } else if console.isQuiet {
            console.data(page.data.map { "\($0.id)\n" }.joined())
        } else {
            console.data(InboxTable.render(page, style: console.style, now: session.now))
            if page.data.isEmpty { console.say(InboxTable.emptiness(request)) }
            if let more = InboxTable.more(page, request) { console.say(more) }
        }
        return .done
    }
}

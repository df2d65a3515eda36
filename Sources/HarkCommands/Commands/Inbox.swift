import ArgumentParser
import HarkCore

struct Inbox: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "List conversations, worst first: breached, due soonest, urgency, age.",
        discussion: """
            Without a query: everything open. A query is words, "phrases" and tests, as in the rules; see `hark help query`. \
            One that names no state means what is open.

            Example:
              hark inbox 'urgency>=high is:unassigned' --limit 20
            """
    )

    @Argument(help: ArgumentHelp("What to look for.", valueName: "query"), completion: LiveValues.query)
    var query: [String] = []

    @Option(help: ArgumentHelp("A saved view, narrowed by the query.", valueName: "name"), completion: LiveValues.views)
    var view: String?

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
        let request = InboxRequest(query: try await search(words, session), limit: limit, cursor: cursor)
        let page = try await session.inbox(request)
        let console = session.console
        if console.isJSON {
            try console.json(Listing(page.data, next: page.next))
        } else if console.isQuiet {
            console.data(page.data.map { "\($0.id)\n" }.joined())
        } else {
            console.page(InboxTable.render(page, style: console.style, now: session.now))
            if page.data.isEmpty { console.say(InboxTable.emptiness(request)) }
            if let more = InboxTable.more(page, request) { console.say(more) }
        }
        return .done
    }

    /// The view's query with the words in parentheses behind it; its order holds.
    private func search(_ words: String, _ session: Session) async throws -> String {
        guard let view else { return words }
        guard let saved = try await session.desk.views().first(where: { $0.name == view }) else {
            throw Failure(.notFound, "there is no view “\(view)”; `hark views` lists them")
        }
        guard let search = try? Search(saved.query) else { return saved.query }
        let parts = [search.query.description, words].filter { !$0.isEmpty }.map { "(\($0))" }
        return (parts + ["sort:\(search.order)"]).joined(separator: " ")
    }
}

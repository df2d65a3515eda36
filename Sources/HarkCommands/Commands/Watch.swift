import ArgumentParser
import HarkClient
import HarkCore

struct Watch: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Follow what happens, live; a lost connection is taken up where it broke off.",
        discussion: """
            A line for each event. With a query: only of conversations that match when it happens. --exec runs a command with \
            the event as JSON on its standard input and HARK_EVENT, HARK_KIND and HARK_CONVERSATION in its environment; one \
            after the other, in order. Ctrl-C ends it.

            Example:
              hark watch --after 0 --count 1
            """
    )

    @Argument(help: ArgumentHelp("Of which conversations to hear.", valueName: "query"), completion: LiveValues.query)
    var query: [String] = []

    @Option(
        help: ArgumentHelp("Begin after this event; with what comes from now on when left out.", valueName: "event")
    )
    var after: Int64?

    @Option(help: ArgumentHelp("Run this for each event, by the shell.", valueName: "command"))
    var exec: String?

    @Flag(help: "Ring the terminal's bell.")
    var bell = false

    @Option(help: ArgumentHelp("End after so many events.", valueName: "number"))
    var count: Int?

    @OptionGroup var options: ClientOptions

    func validate() throws {
        if let count, count < 1 { throw ValidationError("--count is at least 1") }
    }

    func run(_ session: Session) async throws -> ExitStatus {
        let text = query.map(Dashes.restored).joined(separator: " ")
        if !text.isEmpty { _ = try await session.inbox(InboxRequest(query: text, limit: 1)) }
        var following = Following(session: session, query: text, position: after)
        var told = 0
        while let event = try await following.next() {
            try tell(event, session)
            if let exec { try run(exec, on: event, session) }
            told += 1
            if let count, told >= count { return .done }
        }
        return .done
    }

    private func tell(_ event: EventView, _ session: Session) throws {
        let console = session.console
        if console.isJSON {
            console.data(try JSONOutput.line(event) + "\n")
        } else if console.isQuiet {
            console.data("\(event.id)\n")
        } else {
            console.data(EventLine.render(event, style: console.style))
        }
        if bell, console.style.isTerminal { session.surroundings.ringBell() }
    }

    private func run(_ command: String, on event: EventView, _ session: Session) throws {
        let environment = [
            "HARK_EVENT": String(event.id), "HARK_KIND": event.kind.rawValue,
            "HARK_CONVERSATION": event.conversation.map(String.init) ?? "",
        ]
        let status = session.surroundings.runShell(command, environment, try JSONOutput.line(event) + "\n")
        if status != 0 { session.console.say("“\(command)” ended with \(status) on event \(event.id).") }
    }
}

/// One event as a line.
enum EventLine {
    static func render(_ event: EventView, style: Style) -> String {
        let particulars = event.data.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map {
            "\($0.key)=\($0.value)"
        }
        guard style.isTerminal else {
            var records = Records()
            let place = event.conversation.map(String.init)
            records.add(
                String(event.id),
                [event.at.description, event.kind.rawValue, place, event.actor] + particulars
            )
            return records.text
        }
        var page = Page(style)
        page.line(
            [
                .init(TimeText.local(event.at, style.zone), .faint),
                .init(event.conversation.map { "#\($0)" } ?? "", .strong), .init(event.kind.rawValue),
                .init(event.actor, .ours),
            ] + particulars.map { Fragment($0, .faint) }
        )
        return page.text
    }
}

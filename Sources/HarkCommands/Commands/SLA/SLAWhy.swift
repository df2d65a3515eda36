import ArgumentParser
import HarkCore

extension SLA {
    struct Why: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "Show a conversation's clocks line by line.",
            discussion: """
                Start, open hours counted, pauses, holidays, deadline, how it ended and by whom; then how long the \
                customer waited and how long it was our turn.

                Example:
                  hark sla why 42
                """
        )

        @Argument(
            help: ArgumentHelp("The conversation's number.", valueName: "id"),
            transform: ConversationNumber.read
        )
        var id: Conversation.ID

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let ledger = try await session.desk.serviceLevel(of: id)
            let console = session.console
            if console.isJSON {
                try console.json(ledger)
            } else if console.isQuiet {
                console.data(ledger.clocks.map { "\($0.id)\n" }.joined())
            } else {
                console.data(SLALedgerPage.render(ledger, style: console.style))
                if ledger.clocks.isEmpty { console.say("Nothing was ever promised in conversation \(id).") }
            }
            return .done
        }
    }
}

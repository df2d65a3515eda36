import ArgumentParser
import HarkCore

struct Snooze: ActAction {
    static let configuration = CommandConfiguration(
        abstract: "Put conversations aside until a time, or until the customer speaks.",
        usage: "hark snooze <id-or-query> ... <when>",
        discussion: """
            When: 2h, 3d, 17:00, tomorrow, monday 8:30, 2026-12-01, 2026-12-01T09:00Z. A day alone means 09:00. A query is one \
            word, in quotes.

            Example:
              hark snooze 42 tomorrow
            """
    )

    @Argument(
        help: ArgumentHelp("Conversations' numbers, a query or -; then when.", valueName: "word"),
        completion: LiveValues.conversations
    )
    var words: [String]

    @OptionGroup var act: ActOptions

    func validate() throws {
        if try Targets.leading(words).rest.isEmpty {
            throw ValidationError("say until when: `hark snooze 42 tomorrow`")
        }
    }

    func run(_ session: Session) async throws -> ExitStatus {
        let (targets, when) = try Targets.leading(words)
        let zone = session.surroundings.zone
        let end = try SnoozeTime(now: session.now, zone: zone).read(when)
        let deed = Deed(change: ConversationChange(state: .snoozed, snoozedUntil: end))
        return try await Acting(session: session, options: act).run(targets, deed) {
            let end = $0.snoozedUntil ?? end
            return "snoozed until " + (session.console.style.isTerminal ? TimeText.local(end, zone) : end.description)
        }
    }
}

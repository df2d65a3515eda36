import ArgumentParser
import HarkCore

struct Snooze: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Put conversations aside until a time, or until the customer speaks.",
        usage: "hark snooze <id> ... <when>",
        discussion:
            "When: 2h, 3d, 17:00, tomorrow, monday 8:30, 2026-12-01, 2026-12-01T09:00Z. A day alone means 09:00."
    )

    @Argument(help: ArgumentHelp("The conversations' numbers, then when.", valueName: "id-or-time"))
    var words: [String]

    @OptionGroup var options: ClientOptions

    func validate() throws {
        if try NumberedWords(words).rest.isEmpty { throw ValidationError("say until when: `hark snooze 42 tomorrow`") }
    }

    func run(_ session: Session) async throws -> ExitStatus {
        let words = try NumberedWords(words)
        let zone = session.surroundings.zone
        let end = try SnoozeTime(now: session.now, zone: zone).read(words.rest)
        return try await session.change(words.ids, ConversationChange(state: .snoozed, snoozedUntil: end)) {
            let end = $0.snoozedUntil ?? end
            return "snoozed until " + (session.console.style.isTerminal ? TimeText.local(end, zone) : end.description)
        }
    }
}

import ArgumentParser
import HarkCore

struct Next: DeskAction {
    static let configuration = CommandConfiguration(
        abstract: "Take the worst conversation nobody has, open it, answer, go on.",
        discussion: """
            It is yours from then on; two people never get the same one. On a terminal a question follows: reply, note, \
            close, put aside, leave it and go on, or stop. Elsewhere one is taken and shown.

            Example:
              hark next 'team:support lang:de'
            """
    )

    @Argument(help: ArgumentHelp("Among what to choose.", valueName: "query"))
    var query: [String] = []

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let text = query.map(Dashes.restored).joined(separator: " ")
        while true {
            let taken = try await session.explaining(text) { try await session.desk.takeNext(text) }
            guard let taken else {
                session.console.say("Nobody waits for an owner. Enjoy the quiet.")
                return .done
            }
            let id = Conversation.ID(taken.id)
            try await session.show(id)
            guard session.surroundings.inputIsTerminal, session.console.style.isTerminal else { return .done }
            guard try await Turn(session: session, id: id).take() else { return .done }
        }
    }

    /// What a person does with one conversation.
    private struct Turn {
        let session: Session
        let id: Conversation.ID

        /// Whether to go on with the next one.
        func take() async throws -> Bool {
            while true {
                let question = "[r]eply [n]ote [c]lose [s]nooze [l]eave [q]uit: "
                switch session.ask(question)?.lowercased() {
                case "r", "reply": if try await answer() { return true }
                case "n", "note": try await note()
                case "c", "close":
                    _ = try await session.desk.change(id, ConversationChange(state: .closed))
                    return true
                case "s", "snooze":
                    if try await snooze() { return true }
                case "l", "leave", "": return true
                case "q", "quit", nil: return false
                default: session.console.say("Type one of the letters.")
                }
            }
        }

        private func answer() async throws -> Bool {
            let writing = ReplyWriting(session: session, id: id, then: .pending, key: nil, insists: false)
            do {
                return try await writing.write([], canned: nil) == .done
            } catch is CancellationError {
                session.console.say("Nothing was sent.")
                return false
            }
        }

        private func note() async throws {
            let text = session.ask("Note: ") ?? ""
            guard text.contains(where: { !$0.isWhitespace }) else { return }
            _ = try await session.desk.note(id, text: text)
        }

        private func snooze() async throws -> Bool {
            let words = (session.ask("Until (2h, tomorrow, monday 8:30): ") ?? "").split(separator: " ").map(
                String.init
            )
            guard !words.isEmpty else { return false }
            let end = try SnoozeTime(now: session.now, zone: session.surroundings.zone).read(words)
            _ = try await session.desk.change(id, ConversationChange(state: .snoozed, snoozedUntil: end))
            return true
        }
    }
}

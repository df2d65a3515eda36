import ArgumentParser
import HarkCore

struct Mark: ActAction {
    static let configuration = CommandConfiguration(
        abstract: "Say what a conversation's newest message really is: its urgency, tone or topic.",
        usage: "hark mark <id-or-query> ... [urgency=<level>] [sentiment=<label>] [topic=<name>] ... [-]",
        discussion: """
            Your word counts at once, deadlines included, and is kept for learning; `hark why` shows it beside the model's.
            A query is one word, in quotes. `topic=` alone says that it is about nothing in particular.

            Example:
              hark mark 42 urgency=high sentiment=negative topic=delivery
            """
    )

    @Argument(
        help: ArgumentHelp(
            "Conversations' numbers, a query or -; then what is true of them.",
            valueName: "word"
        ),
        completion: LiveValues.conversations
    )
    var words: [String]

    @OptionGroup var act: ActOptions

    func validate() throws { _ = try read() }

    func run(_ session: Session) async throws -> ExitStatus {
        let (targets, verdict) = try read()
        return try await Acting(session: session, options: act).run(targets, Deed(mark: verdict)) { _ in
            "marked \(verdict.summary)"
        }
    }

    private func read() throws -> (Targets, Correction.Verdict) {
        let words = words.map(Dashes.restored)
        if words.last == "-" { return (.input, try VerdictWords.read(words.dropLast())) }
        let (targets, rest) = try Targets.leading(words)
        return (targets, try VerdictWords.read(rest))
    }
}

/// A verdict on the command line; what cannot be read is a mistake of the line.
enum VerdictWords {
    static func read(_ words: [String]) throws -> Correction.Verdict {
        do throws(Failure) {
            return try Correction.Verdict(words: words)
        } catch {
            throw ValidationError(error.message)
        }
    }
}

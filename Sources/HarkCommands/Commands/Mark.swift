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

/// A verdict in words: `urgency=high topic=delivery`.
enum VerdictWords {
    static func read(_ words: [String]) throws -> Correction.Verdict {
        var verdict = Correction.Verdict()
        for word in words {
            let halves = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard halves.count == 2 else {
                throw ValidationError(
                    "“\(word)” says nothing; write urgency=high, sentiment=negative or topic=delivery"
                )
            }
            switch halves[0] {
            case "urgency": verdict.urgency = try Choice.read(halves[1], of: "urgency")
            case "sentiment": verdict.sentiment = try Choice.read(halves[1], of: "sentiment")
            case "topic": verdict.topics = (verdict.topics ?? []) + (halves[1].isEmpty ? [] : [halves[1]])
            default: throw ValidationError("“\(halves[0])” cannot be marked; urgency, sentiment and topic can")
            }
        }
        guard verdict != Correction.Verdict() else {
            throw ValidationError("say what is true of it: `hark mark 42 urgency=high`")
        }
        return verdict
    }
}

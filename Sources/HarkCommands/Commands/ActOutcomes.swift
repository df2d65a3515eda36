import HarkCore

/// Tells how an act went with each conversation.
struct ActOutcomes {
    let session: Session
    /// What was done, in words: `assigned to support/@ana`.
    let report: (ConversationSummary) -> String

    /// One conversation's result, as programs read it.
    struct Outcome: Encodable {
        var id: Int64
        var ok: Bool
        var conversation: ConversationSummary?
        var error: ActReport.Reason?
    }

    /// The whole result, as programs read it.
    struct Document: Encodable {
        /// The number that `hark undo` takes.
        var act: Int64?
        var data: [Outcome]
    }

    /// Tells everything and sums it up as a status.
    func tell(_ reports: [ActReport]) throws -> ExitStatus {
        let outcomes = reports.flatMap(\.outcomes)
        let console = session.console
        if console.isJSON {
            let data = outcomes.map {
                Outcome(id: $0.id, ok: $0.error == nil, conversation: $0.conversation, error: $0.error)
            }
            try console.json(Document(act: reports.last?.act, data: data))
        } else if console.isQuiet {
            console.data(outcomes.filter { $0.error == nil }.map { "\($0.id)\n" }.joined())
        } else {
            console.data(outcomes.map(line).joined())
        }
        for outcome in outcomes {
            guard let error = outcome.error else { continue }
            console.complain(Failure(error.code, error.message), about: "#\(outcome.id)")
        }
        if console.style.isTerminal, let act = reports.last?.act { console.say("`hark undo \(act)` takes it back.") }
        return Self.status(outcomes)
    }

    private func line(_ outcome: ActReport.Outcome) -> String {
        guard outcome.error == nil, let summary = outcome.conversation else { return "" }
        let style = session.console.style
        guard style.isTerminal else {
            var records = Records()
            records.add(String(outcome.id), "ok", report(summary))
            return records.text
        }
        return style.paint("#\(outcome.id)", .strong) + " " + style.paint(report(summary)) + "\n"
    }

    /// The one status that all share; “failed” where they differ or only some failed.
    static func status(_ outcomes: [ActReport.Outcome]) -> ExitStatus {
        let failures = outcomes.compactMap(\.error).map { ExitStatus(Failure($0.code, $0.message)) }
        guard let first = failures.first else { return .done }
        return failures.count == outcomes.count && failures.allSatisfy { $0 == first } ? first : .failed
    }
}

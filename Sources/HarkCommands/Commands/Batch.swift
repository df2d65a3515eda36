import HarkCore

/// The same command on several conversations: each has its own result, and one failure does not stop the others.
struct Batch {
    let session: Session
    /// What was done, in words: `assigned to support/@ana`.
    let deed: (ConversationSummary) -> String

    /// One conversation's result.
    struct Outcome: Encodable {
        var id: Int64
        var ok: Bool
        var conversation: ConversationSummary?
        var error: Reason?

        struct Reason: Encodable {
            var code: Failure.Code
            var message: String
        }
    }

    /// Carries the command out and tells how it went.
    func run(
        _ ids: [Conversation.ID],
        _ command: (Conversation.ID) async throws -> ConversationSummary
    ) async throws -> ExitStatus {
        var outcomes: [Outcome] = []
        var failures: [ExitStatus] = []
        for id in ids {
            do {
                let summary = try await command(id)
                outcomes.append(Outcome(id: id.rawValue, ok: true, conversation: summary))
                confirm(summary)
            } catch let failure as Failure {
                failures.append(ExitStatus(failure))
                let reason = Outcome.Reason(code: failure.code, message: failure.message)
                outcomes.append(Outcome(id: id.rawValue, ok: false, error: reason))
                session.console.complain(failure, about: "#\(id)")
                if isHopeless(failure) { break }
            }
        }
        if session.console.isJSON { try session.console.json(Listing(outcomes)) }
        return status(failures, of: ids.count)
    }

    private func confirm(_ summary: ConversationSummary) {
        let console = session.console
        guard !console.isJSON && !console.isQuiet else { return }
        if console.style.isTerminal {
            console.data(
                console.style.paint("#\(summary.id)", .strong) + " " + console.style.paint(deed(summary)) + "\n"
            )
        } else {
            var records = Records()
            records.add(String(summary.id), "ok", deed(summary))
            console.data(records.text)
        }
    }

    /// Whether the next id would fail for the same reason.
    private func isHopeless(_ failure: Failure) -> Bool {
        failure.code == .unreachable || failure.code == .unauthorised
    }

    /// The one status that all share; “failed” where they differ or only some failed.
    private func status(_ failures: [ExitStatus], of count: Int) -> ExitStatus {
        guard let first = failures.first else { return .done }
        let isHopeless = first == .unreachable || first == .notAuthorised
        let isUniform =
            failures.allSatisfy { $0 == first } && (failures.count == count || isHopeless && failures.count == 1)
        return isUniform ? first : .failed
    }
}

extension Session {
    /// The same change on each conversation.
    func change(
        _ ids: [Conversation.ID],
        _ change: ConversationChange,
        deed: @escaping (ConversationSummary) -> String
    ) async throws -> ExitStatus {
        try await Batch(session: self, deed: deed).run(ids) { try await desk.change($0, change) }
    }
}

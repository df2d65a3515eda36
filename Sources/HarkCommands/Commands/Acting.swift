import ArgumentParser
import HarkCore

/// The same deed on several conversations: each has its own result, and one refusal does not stop the others.
struct Acting {
    let session: Session
    let options: ActOptions

    /// Finds the conversations, asks where it should, does the deed and tells how it went.
    func run(
        _ targets: Targets,
        _ deed: Deed,
        report: @escaping (ConversationSummary) -> String
    ) async throws -> ExitStatus {
        guard let ids = try await find(targets, deed.summary) else { return .cancelled }
        guard !ids.isEmpty else { return .done }
        var reports: [ActReport] = []
        // The server takes so many at once; more become several entries of the history.
        for start in stride(from: 0, to: ids.count, by: ActCommand.largest) {
            let part = ids[start..<min(start + ActCommand.largest, ids.count)]
            reports.append(try await session.desk.act(ActCommand(ids: part.map(\.rawValue), deed: deed)))
        }
        return try ActOutcomes(session: session, report: report).tell(reports)
    }

    /// The conversations; nil when the person would rather not.
    func find(_ targets: Targets, _ deed: String) async throws -> [Conversation.ID]? {
        switch targets {
        case .ids(let ids): return ids
        case .input: return try Targets.numbers(in: session.surroundings.readInput())
        case .query(let query):
            let found = try await all(query)
            if found.isEmpty { session.console.say("No conversation matches “\(query)”.") }
            guard found.count >= Targets.askFrom, !options.yes else { return found.map { .init($0.id) } }
            return try confirm(found, deed) ? found.map { .init($0.id) } : nil
        }
    }

    private func all(_ query: String) async throws -> [ConversationSummary] {
        var found: [ConversationSummary] = []
        var cursor: String?
        repeat {
            let page = try await session.inbox(InboxRequest(query: query, limit: 200, cursor: cursor))
            found += page.data
            cursor = page.data.isEmpty ? nil : page.next
        } while cursor != nil
        return found
    }

    private func confirm(_ found: [ConversationSummary], _ deed: String) throws -> Bool {
        guard session.surroundings.inputIsTerminal else {
            throw ValidationError("\(found.count) conversations match; repeat with --yes to \(deed) all of them")
        }
        let first = found.prefix(5).map { "  #\($0.id)  \($0.author)  \($0.snippet)\n" }
        let more = found.count > 5 ? "  … and \(found.count - 5) more\n" : ""
        let question = "\(found.count) conversations match:\n\(first.joined())\(more)\(deed) all of them? [y/N] "
        return session.ask(question).map { ["y", "yes", "j", "ja"].contains($0.lowercased()) } ?? false
    }
}

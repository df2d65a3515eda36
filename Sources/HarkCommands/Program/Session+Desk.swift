import ArgumentParser
import HarkCore

/// What several commands do with the desk.
extension Session {
    /// A page of conversations; a query that cannot be read is shown with the place.
    func inbox(_ request: InboxRequest) async throws -> InboxPage {
        try await explaining(request.query) { try await desk.inbox(request) }
    }

    /// Runs work that reads a query; points at the column where reading stopped.
    func explaining<Result>(_ query: String, _ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch var failure as Failure where failure.code == .badQuery {
            guard let problem = failure.problems.first, problem.pointer.hasPrefix("/q#"),
                let offset = Int(problem.pointer.dropFirst(3))
            else { throw failure }
            failure.problems = []
            failure.message = QueryPointer.text(failure.message, query: query, offset: offset)
            throw failure
        }
    }

    /// Opens a conversation: shows it, tells who else is there, remembers what was seen.
    func show(_ id: Conversation.ID, history: Bool = false) async throws {
        let detail = try await desk.conversation(id)
        let others = (try? await desk.present(.viewing, at: id)) ?? []
        if let last = detail.history.last { drafts.note(seen: last.id, of: id) }
        if console.isJSON {
            try console.json(detail)
        } else if console.isQuiet {
            console.data("\(detail.conversation.id)\n")
        } else {
            console.page(ConversationPage.render(detail, style: console.style, now: now, history: history))
            for other in others {
                let since = TimeText.span(now - other.since)
                console.say("@\(other.agent) is \(other.doing.rawValue) this since \(since).")
            }
        }
    }

    /// The replies that did not leave yet.
    var drafts: DraftBox { DraftBox(server: address.server, surroundings) }

    /// Asks the person something; nil at the end of their input.
    func ask(_ question: String) -> String? {
        surroundings.write(.messages, TerminalText.block(question))
        return surroundings.readLine()
    }
}

/// A query with a mark under the column where reading stopped.
enum QueryPointer {
    static func text(_ message: String, query: String, offset: Int) -> String {
        // A tab or a line break would put the mark under another column.
        let line = TerminalText.line(query)
        let before = DisplayWidth.of(TerminalText.line(String(query.prefix(offset))))
        return "\(message) (column \(offset + 1))\n  \(line)\n  \(String(repeating: " ", count: before))^"
    }
}

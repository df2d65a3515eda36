/// What the desk shows.
extension LocalDesk {
    /// A page of conversations, worst first.
    public func inbox(_ request: InboxRequest) async throws -> InboxPage {
        let search = try search(request.query)
        let now = clock.now
        let position = try request.cursor.map { try InboxPosition(cursor: $0) }
        let limit = min(max(request.limit, 1), 200)
        let rows = try await store.conversations(matching: search, after: position, limit: limit + 1, now: now)
        let page = rows.prefix(limit)
        return InboxPage(
            data: page.map { ConversationSummary($0, at: now) },
            next: rows.count > limit ? page.last.map { InboxPosition($0).cursor } : nil
        )
    }

    /// Reads a search; one that names no state means what is open, as an inbox does.
    func search(_ text: String) throws -> Search {
        do throws(QueryError) {
            var search = try Search(text)
            if !search.query.namesState { search.query = .every(of: [.term(.flag(.open)), search.query]) }
            search.query = search.query.resolving(me: agent).resolving(accountsOf: running.setup.configuration.channels)
            return search
        } catch {
            throw Failure(
                .badQuery,
                "the query cannot be read: \(error.message)",
                problems: [.init(pointer: "/q#\(error.offset)", detail: error.message)]
            )
        }
    }

    /// One conversation whole.
    public func conversation(_ id: Conversation.ID) async throws -> ConversationDetail {
        let file = try await file(id)
        let revisions = Dictionary(grouping: file.revisions, by: \.message)
        return ConversationDetail(
            conversation: ConversationSummary(file.conversation, at: clock.now),
            contact: file.contact?.identity,
            messages: file.messages.map { message in
                MessageView(
                    message,
                    revisions: revisions[message.id]?.map(\.text) ?? [],
                    correction: file.corrections[message.id]
                )
            },
            clocks: file.clocks.map { ClockView($0) },
            history: file.events.map { EventView($0) },
            replyWindowEndsAt: replyWindowEnd(file)
        )
    }

    private func replyWindowEnd(_ file: ConversationFile) -> Instant? {
        let setup = running.setup
        guard file.conversation.isPrivate,
            let window = setup.connectors.connector(for: file.conversation.network)?
                .capabilities(of: file.conversation.network).replyWindow
        else { return nil }
        return file.messages.last { $0.direction == .inbound }.map { $0.sentAt + window }
    }

    /// Why the conversation is as it is.
    public func explain(_ id: Conversation.ID) async throws -> Explanation {
        let file = try await file(id)
        let messages = Dictionary(uniqueKeysWithValues: file.messages.map { ($0.id, $0) })
        return Explanation(
            conversation: ConversationSummary(file.conversation, at: clock.now),
            messages: file.triage.map { record in
                let message = messages[record.message]
                let text = [message?.subject, message?.text].compactMap(\.self).joined(separator: "\n")
                return .init(
                    id: record.message.rawValue,
                    text: text,
                    triage: record.triage,
                    routing: record.routing,
                    correction: file.corrections[record.message]
                )
            },
            clocks: file.clocks.map { ClockView($0) }
        )
    }

    private func file(_ id: Conversation.ID) async throws -> ConversationFile {
        guard let file = try await store.file(of: id) else { throw Self.unknown(id) }
        return file
    }

    /// Events after a position.
    public func events(after: Int64, limit: Int) async throws -> [EventView] {
        try await store.events(after: after, limit: min(max(limit, 1), 1000)).map { EventView($0) }
    }
}

extension Query {
    /// Whether the query says which states it is about.
    var namesState: Bool {
        switch self {
        case .all: false
        case .term(.id), .term(.flag(.open)), .term(.flag(.pending)), .term(.flag(.snoozed)), .term(.flag(.closed)):
            true
        case .term: false
        case .and(let parts), .or(let parts): parts.contains { $0.namesState }
        case .not(let part): part.namesState
        }
    }
}

/// The inbox cursor: the values of every order, in one opaque word.
extension InboxPosition {
    var cursor: String {
        [dueAt?.milliseconds ?? -1, Int64(urgency), createdAt.milliseconds, lastMessageAt.milliseconds, id.rawValue]
            .map { String($0, radix: 36) }.joined(separator: ".")
    }

    init(cursor: String) throws {
        let parts = cursor.split(separator: ".", omittingEmptySubsequences: false).map { Int64($0, radix: 36) }
        guard parts.count == 5, let due = parts[0], let urgency = parts[1], let created = parts[2],
            let updated = parts[3], let id = parts[4], (0...100).contains(urgency)
        else {
            throw Failure(.badRequest, "the cursor cannot be read; take the `next` of the page before as it is")
        }
        self.init(
            dueAt: due < 0 ? nil : Instant(milliseconds: due),
            urgency: Int(urgency),
            createdAt: Instant(milliseconds: created),
            lastMessageAt: Instant(milliseconds: updated),
            id: .init(rawValue: id)
        )
    }
}

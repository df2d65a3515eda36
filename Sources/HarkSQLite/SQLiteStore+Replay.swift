public import HarkCore
import GRDB

/// Stored history for replays.
extension SQLiteStore: ReplayStore {
    /// The numbers of the first and the last message since an instant; nil when there is none.
    public func replayRange(since: Instant) async throws -> ClosedRange<Int64>? {
        try await read { database in
            try database.first(
                "SELECT min(id), max(id) FROM message WHERE direction = 'inbound' AND sent_at >= ?",
                [since.milliseconds]
            ) { row in
                guard let first = row.integer(0), let last = row.integer(1) else { return nil }
                return first...last
            } ?? nil
        }
    }

    /// The customers' messages with numbers in a range that were said since an instant, in order.
    public func replayCases(in range: ClosedRange<Int64>, since: Instant) async throws -> [ReplayCase] {
        try await read { database in
            try database.all(Self.cases, [range.lowerBound, range.upperBound, since.milliseconds], Self.replayCase)
        }
    }

    /// The customers' messages that the team has corrected, in order.
    public func correctedCases() async throws -> [CorrectedCase] {
        try await read { database in
            let corrections = try database.all("SELECT \(Rows.correction) FROM correction x", [], Rows.correction)
            let verdicts = Dictionary(uniqueKeysWithValues: corrections.map { ($0.message, $0.verdict) })
            let messages = try database.all(Self.corrected, [], Self.replayCase)
            return messages.compactMap { message in
                verdicts[message.message].map { CorrectedCase(verdict: $0, message: message) }
            }
        }
    }

    private static let cases =
        selection + "WHERE m.id BETWEEN ? AND ? AND m.direction = 'inbound' AND m.sent_at >= ? ORDER BY m.id"
    private static let corrected =
        selection + "WHERE m.id IN (SELECT message FROM correction) AND m.direction = 'inbound' ORDER BY m.id"
    private static let selection = """
        SELECT m.id, m.kind, m.sent_at, m.subject, m.text, m.attachments IS NOT NULL, p.identity,
            json_extract(t.triage, '$.urgency.score') + json_extract(t.routing, '$.urgency_shift'),
            json_extract(t.triage, '$.sentiment.label'), json_extract(t.routing, '$.team'),
            NOT EXISTS (
                SELECT 1 FROM message e WHERE e.conversation = m.conversation AND e.id < m.id AND e.direction = 'inbound'
            ), k.id IS NOT NULL, \(Rows.conversation), \(Rows.clock)
        FROM message m JOIN conversation c ON c.id = m.conversation
        JOIN triage t ON t.message = m.id LEFT JOIN contact p ON p.id = m.contact
        LEFT JOIN clock k ON k.id = (
            SELECT min(f.id) FROM clock f WHERE f.conversation = c.id AND f.metric = 'first_response'
        )

        """
    private static let ownWidth = 12
    private static let conversationWidth = 28

    private static func replayCase(_ row: Row) throws -> ReplayCase {
        var reader = RowReader(row)
        let (id, kind, at) = (try reader.integer(), try reader.word(MessageKind.self), try reader.instant())
        let (subject, text, hasAttachment) = (reader.textIfPresent(), try reader.text(), try reader.flag())
        let author = try reader.jsonIfPresent(Author.self)
        let urgency = Urgency(score: Int(try reader.integer()))
        let (label, team): (String?, String?) = (reader.next(), reader.next())
        let (isFirst, hasClock) = (try reader.flag(), try reader.flag())
        let start = ownWidth
        return ReplayCase(
            message: .init(rawValue: id),
            kind: kind,
            at: at,
            subject: subject,
            text: text,
            hasAttachment: hasAttachment,
            author: author,
            conversation: try Rows.conversation(row, from: start),
            isFirst: isFirst,
            urgency: urgency,
            sentiment: label.flatMap { Sentiment.Label(rawValue: $0) },
            team: team,
            promise: isFirst && hasClock ? try Rows.clock(row, from: start + conversationWidth) : nil
        )
    }
}

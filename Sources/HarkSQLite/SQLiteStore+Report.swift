public import HarkCore
import GRDB

/// What reports are made of.
extension SQLiteStore {
    /// What customers said from an instant on, and the promises that began since.
    public func reportFacts(since: Instant, until: Instant) async throws -> ReportFacts {
        try await read { database in
            ReportFacts(
                said: try database.all(
                    """
                    SELECT m.id, m.sent_at, json_extract(t.triage, '$.sentiment.label'), \(Self.subject)
                    FROM message m JOIN conversation c ON c.id = m.conversation LEFT JOIN triage t ON t.message = m.id
                    WHERE m.direction = 'inbound' AND m.sent_at >= ? AND m.sent_at < ? ORDER BY m.sent_at, m.id
                    """,
                    [since.milliseconds, until.milliseconds],
                    Self.said
                ),
                promises: try database.all(
                    """
                    SELECT \(Rows.clock), \(Self.subject) FROM clock k JOIN conversation c ON c.id = k.conversation
                    WHERE k.started_at >= ? AND k.started_at < ? ORDER BY k.started_at, k.id
                    """,
                    [since.milliseconds, until.milliseconds],
                    Self.promise
                ),
                turns: try Self.turns(database, since, until),
                hoursBefore: try Self.hours(from: since - .days(7 * Int64(Spike.weeks)), to: since, database)
            )
        }
    }

    /// The stays of the conversations in which a customer said something.
    private static func turns(_ database: Database, _ since: Instant, _ until: Instant) throws -> [ReportFacts.Turn] {
        let talked = """
            SELECT conversation FROM message WHERE direction = 'inbound' AND sent_at >= ? AND sent_at < ?
            """
        let stretch: [(any DatabaseValueConvertible)?] = [since.milliseconds, until.milliseconds]
        let changes = try database.all(
            """
            SELECT \(Rows.event) FROM event e
            WHERE e.kind = '\(Event.Kind.conversationState.rawValue)' AND e.conversation IN (\(talked)) ORDER BY e.id
            """,
            stretch,
            Rows.event
        )
        let byConversation = Dictionary(grouping: changes, by: \.conversation)
        let conversations = try database.all(
            "SELECT c.created_at, c.state, \(subject) FROM conversation c WHERE c.id IN (\(talked)) ORDER BY c.id",
            stretch
        ) { row in
            var reader = RowReader(row)
            return (try reader.instant(), try reader.word(Conversation.State.self), try subject(&reader))
        }
        return conversations.flatMap { createdAt, state, subject in
            let events = byConversation[subject.conversation] ?? []
            return WaitingTime.stays(from: createdAt, last: state, events: events, at: until)
                .compactMap { $0.within(since, until).map { ReportFacts.Turn(stay: $0, subject: subject) } }
        }
    }

    /// How much was said in each hour of a stretch.
    private static func hours(from start: Instant, to end: Instant, _ database: Database) throws -> [Int64: Int] {
        let rows: [(Int64, Int64)] = try database.all(
            """
            SELECT sent_at / 3600000, count(*) FROM message
            WHERE direction = 'inbound' AND sent_at >= ? AND sent_at < ? GROUP BY 1
            """,
            [start.milliseconds, end.milliseconds],
            { row in
                var reader = RowReader(row)
                return (try reader.integer(), try reader.integer())
            }
        )
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.0, Int($0.1)) })
    }

    private static let subject = "c.id, c.channel, c.team, c.assignee, c.topics"
    private static let clockWidth = 16

    private static func said(_ row: Row) throws -> ReportFacts.Said {
        var reader = RowReader(row)
        let (id, at) = (try reader.integer(), try reader.instant())
        let label: String? = reader.next()
        return ReportFacts.Said(
            message: .init(rawValue: id),
            at: at,
            subject: try subject(&reader),
            sentiment: label.flatMap { Sentiment.Label(rawValue: $0) }
        )
    }

    private static func promise(_ row: Row) throws -> ReportFacts.Promise {
        var reader = RowReader(row, from: clockWidth)
        return ReportFacts.Promise(clock: try Rows.clock(row), subject: try subject(&reader))
    }

    private static func subject(_ reader: inout RowReader) throws -> ReportFacts.Subject {
        ReportFacts.Subject(
            conversation: .init(rawValue: try reader.integer()),
            channel: .init(rawValue: try reader.string()),
            team: try reader.string(),
            assignee: reader.next(),
            topics: try reader.words()
        )
    }
}

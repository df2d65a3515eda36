import GRDB
import HarkCore

/// Alerts, their mails and silences.
extension Rows {
    static let alert = """
        a.id, a.key, a.cause, a.team, a.conversation, a.clock, a.metric, a.policy, a.channel, a.detail, a.level, a.told,
        a.reason, a.due_at, a.raised_at, a.stop, a.stopped_by, a.stopped_at, a.stopped_until, a.wakes_at, a.resolved_at
        """

    /// How many columns `alert` has, for rows in which more follow.
    static let alertWidth = 21

    static func alert(_ row: Row) throws -> Alert {
        var row = RowReader(row)
        var alert = Alert(
            id: .init(rawValue: try row.integer()),
            key: try row.string(),
            cause: try row.word(Alert.Cause.self),
            team: try row.string(),
            conversation: row.next().map { Conversation.ID(rawValue: $0) },
            clock: row.next().map { Clock.ID(rawValue: $0) },
            metric: row.next().flatMap { (word: String) in Clock.Metric(rawValue: word) },
            policy: row.next(),
            channel: row.next().map { Channel.ID(rawValue: $0) },
            detail: try row.string(),
            level: Int(try row.integer()),
            told: Int(try row.integer()),
            reason: try row.word(Alert.Reason.self),
            dueAt: row.instantIfPresent(),
            raisedAt: try row.instant()
        )
        let kind: String? = row.next()
        let by: String? = row.next()
        if let kind = kind.flatMap(Escalation.Stop.init), let by, let at = row.instantIfPresent(),
            let until = row.instantIfPresent()
        {
            alert.stop = Alert.Stop(kind: kind, by: by, at: at, until: until)
        } else {
            row.skip(to: alertWidth - 2)
        }
        alert.wakesAt = row.instantIfPresent()
        alert.resolvedAt = row.instantIfPresent()
        return alert
    }

    static let silence = "s.id, s.scope, s.reason, s.made_by, s.starts_at, s.ends_at"

    static func silence(_ row: Row) throws -> Silence {
        var row = RowReader(row)
        return Silence(
            id: try row.integer(),
            scope: try row.json(Silence.Scope.self),
            reason: try row.string(),
            by: try row.string(),
            startsAt: try row.instant(),
            endsAt: try row.instant()
        )
    }
}

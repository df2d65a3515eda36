import Foundation
import GRDB
import HarkCore

/// Silences, links, and what the watches count.
extension SQLiteLedger {
    func silences(at now: Instant) throws -> [Silence] {
        try database.all(
            "SELECT \(Rows.silence) FROM silence s WHERE s.ends_at > ?1 AND s.starts_at <= ?1 ORDER BY s.id",
            [now.milliseconds],
            Rows.silence
        )
    }

    func insert(_ silence: Silence) throws -> Silence {
        try database.run(
            "INSERT INTO silence (scope, reason, made_by, starts_at, ends_at) VALUES (?, ?, ?, ?, ?)",
            [
                try JSONColumn.text(silence.scope), silence.reason, silence.by, silence.startsAt.milliseconds,
                silence.endsAt.milliseconds,
            ]
        )
        var silence = silence
        silence.id = database.lastInsertedRowID
        return silence
    }

    func endSilence(_ id: Int64, at: Instant) throws -> Silence? {
        try database.run("UPDATE silence SET ends_at = min(ends_at, ?) WHERE id = ?", [at.milliseconds, id])
        return try database.first("SELECT \(Rows.silence) FROM silence s WHERE s.id = ?", [id], Rows.silence)
    }

    func judgement(of message: Message.ID) throws -> Filing.TriageRecord? {
        try database.first("SELECT triage, routing FROM triage WHERE message = ?", [message.rawValue]) { row in
            var row = RowReader(row)
            return Filing.TriageRecord(
                message: message,
                triage: try row.json(Triage.self),
                routing: try row.json(RoutingDecision.self)
            )
        }
    }

    func urgentTerms(of message: Message.ID) throws -> [String] {
        let triage = try judgement(of: message)?.triage
        let evidence = (triage?.evidence ?? []).filter { $0.aspect == .urgency && $0.weight > 0 && $0.span != nil }
        var seen: Set<String> = []
        return evidence.sorted { $0.weight > $1.weight }.map(\.term).filter { seen.insert($0).inserted }
    }

    func linkKey(orKeep fresh: [UInt8]) throws -> [UInt8] {
        try database.run("INSERT OR IGNORE INTO link_key VALUES (1, ?)", [Data(fresh)])
        return try database.first("SELECT key FROM link_key", []) { [UInt8](try $0.value(0) as Data) } ?? fresh
    }

    func useLink(_ mark: String, at: Instant) throws -> Bool {
        try database.run("INSERT OR IGNORE INTO used_link VALUES (?, ?)", [mark, at.milliseconds])
        return database.changesCount > 0
    }

    func oldestUnowned(team: String) throws -> Conversation? {
        try database.first(
            """
            SELECT \(Rows.conversation) FROM conversation c
            WHERE c.state = 'open' AND c.team = ? AND c.assignee IS NULL AND c.waiting_since IS NOT NULL
            ORDER BY c.waiting_since LIMIT 1
            """,
            [team],
            Rows.conversation
        )
    }

    func mentions(inHour hour: Int64) throws -> [Channel.ID: Int] {
        Dictionary(
            uniqueKeysWithValues: try database.all(
                "SELECT channel, count FROM mention_hour WHERE hour = ?",
                [hour]
            ) { (Channel.ID(rawValue: try $0.value(0)), Int(try $0.value(1) as Int64)) }
        )
    }

    func firstHour() throws -> Int64? {
        try database.first("SELECT min(hour) FROM mention_hour", []) { $0[0] as Int64? } ?? nil
    }

    /// A message counts in the hour it was said.
    func countMention(_ message: Message) {
        guard message.direction == .inbound else { return }
        let hour = (message.sentAt.milliseconds / 3_600_000)
        mention(hour, message.channel.rawValue)
    }
}

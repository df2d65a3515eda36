import GRDB
import HarkCore

/// What assignment asks of a transaction.
extension SQLiteLedger {
    func presences() throws -> [String: PresenceRecord] {
        let rows = try database.all("SELECT agent, state, since FROM presence", []) { row in
            var row = RowReader(row)
            let agent = try row.string()
            return (agent, PresenceRecord(presence: try row.word(AgentPresence.self), since: try row.instant()))
        }
        return Dictionary(rows) { first, _ in first }
    }

    func setPresence(_ presence: AgentPresence, of agent: String, at: Instant) throws {
        try database.run(
            "INSERT OR REPLACE INTO presence VALUES (?, ?, ?)",
            [agent, presence.rawValue, at.milliseconds]
        )
    }

    func conversationsInPlay() throws -> [String: Int] {
        let rows = try database.all(
            """
            SELECT assignee, count(*) FROM conversation INDEXED BY conversation_owned
            WHERE assignee IS NOT NULL AND state = 'open' GROUP BY assignee
            """,
            []
        ) { (try $0.value(0) as String, try $0.value(1) as Int) }
        return Dictionary(rows) { first, _ in first }
    }

    func waiting(team: String, after: Conversation?, limit: Int) throws -> [Conversation] {
        try database.all(
            """
            SELECT \(Rows.conversation) FROM conversation c
            WHERE c.team = ? AND c.state = 'open' AND c.assignee IS NULL AND (c.created_at, c.id) > (?, ?)
            ORDER BY c.created_at, c.id LIMIT ?
            """,
            [team, after?.createdAt.milliseconds ?? Int64.min, after?.id.rawValue ?? 0, limit],
            Rows.conversation
        )
    }

    func inPlay(of agent: String) throws -> [Conversation] {
        try database.all(
            """
            SELECT \(Rows.conversation) FROM conversation c WHERE c.assignee = ? AND c.state = 'open'
            ORDER BY c.created_at, c.id
            """,
            [agent],
            Rows.conversation
        )
    }

    func turns(of team: String) throws -> [String: Int64] {
        let rows = try database.all("SELECT agent, number FROM turn WHERE team = ?", [team]) {
            (try $0.value(0) as String, try $0.value(1) as Int64)
        }
        return Dictionary(rows) { first, _ in first }
    }

    func setTurn(_ number: Int64, of agent: String, team: String) throws {
        try database.run("INSERT OR REPLACE INTO turn VALUES (?, ?, ?)", [team, agent, number])
    }

    func lastAgent(for conversation: Conversation) throws -> String? {
        let here = try database.first(
            """
            SELECT agent FROM message WHERE conversation = ? AND direction = 'outbound' AND agent IS NOT NULL
                AND agent NOT LIKE 'bot:%'
            ORDER BY id DESC LIMIT 1
            """,
            [conversation.id.rawValue]
        ) { try $0.value(0) as String }
        if let here { return here }
        guard let contact = conversation.contact else { return nil }
        return try database.first(
            """
            SELECT assignee FROM conversation WHERE contact = ? AND assignee IS NOT NULL AND id <> ?
            ORDER BY last_message_at DESC LIMIT 1
            """,
            [contact.rawValue, conversation.id.rawValue]
        ) { try $0.value(0) as String }
    }
}

/// Claims: leases on conversations.
extension SQLiteLedger {
    private static let columns = "conversation, agent, since, until"

    private static func claim(_ row: Row) throws -> Claim {
        var row = RowReader(row)
        return Claim(
            conversation: .init(rawValue: try row.integer()),
            agent: try row.string(),
            since: try row.instant(),
            until: try row.instant()
        )
    }

    func claim(of conversation: Conversation.ID) throws -> Claim? {
        try database.first(
            "SELECT \(Self.columns) FROM claim WHERE conversation = ?",
            [conversation.rawValue],
            Self.claim
        )
    }

    func keep(_ claim: Claim) throws {
        try database.run(
            "INSERT OR REPLACE INTO claim VALUES (?, ?, ?, ?)",
            [claim.conversation.rawValue, claim.agent, claim.since.milliseconds, claim.until.milliseconds]
        )
    }

    func endClaim(of conversation: Conversation.ID) throws {
        try database.run("DELETE FROM claim WHERE conversation = ?", [conversation.rawValue])
    }

    func claims(endingBy now: Instant, limit: Int) throws -> [Claim] {
        try database.all(
            "SELECT \(Self.columns) FROM claim WHERE until <= ? ORDER BY until LIMIT ?",
            [now.milliseconds, limit],
            Self.claim
        )
    }
}

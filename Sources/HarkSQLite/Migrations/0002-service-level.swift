import GRDB

/// What open deadlines were computed with, who is there, who has claimed what, and whose turn it was.
enum ServiceLevel0002 {
    static let name = "0002-service-level"

    static func migrate(_ database: Database) throws {
        for statement in statements { try database.execute(sql: statement) }
    }

    private static let statements = [
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE INDEX clock_open ON clock(conversation) WHERE state IN ('running', 'paused')",
        """
        CREATE TABLE presence (
            agent TEXT PRIMARY KEY, state TEXT NOT NULL, since INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE claim (
            conversation INTEGER PRIMARY KEY REFERENCES conversation(id), agent TEXT NOT NULL, since INTEGER NOT NULL,
            until INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX claim_until ON claim(until)",
        """
        CREATE TABLE turn (
            team TEXT NOT NULL, agent TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (team, agent)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE INDEX conversation_waiting ON conversation(team, created_at, id)
        WHERE state = 'open' AND assignee IS NULL
        """,
        "CREATE INDEX conversation_owned ON conversation(assignee, state) WHERE assignee IS NOT NULL",
    ]
}

import GRDB

/// What the desk remembers: acts that can be undone, saved views, who looked, who is muted, blocked, merged.
enum Desk0004 {
    static let name = "0004-desk"

    static func migrate(_ database: Database) throws {
        for statement in statements { try database.execute(sql: statement) }
    }

    private static let statements = [
        "ALTER TABLE conversation ADD COLUMN answered_at INTEGER",
        "ALTER TABLE conversation ADD COLUMN read_at INTEGER",
        "ALTER TABLE conversation ADD COLUMN muted INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE conversation ADD COLUMN merged_into INTEGER",
        """
        UPDATE conversation SET answered_at = (
            SELECT max(m.sent_at) FROM message m WHERE m.conversation = conversation.id AND m.direction = 'outbound'
        )
        """,
        "ALTER TABLE contact ADD COLUMN blocked_at INTEGER",
        "CREATE INDEX conversation_contact ON conversation(contact)",
        """
        CREATE TABLE act (
            id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, actor TEXT NOT NULL, what TEXT NOT NULL,
            undoes INTEGER, undone_by INTEGER
        ) STRICT
        """,
        "CREATE INDEX act_last ON act(actor, id) WHERE undone_by IS NULL AND undoes IS NULL",
        """
        CREATE TABLE act_step (
            act INTEGER NOT NULL REFERENCES act(id), conversation INTEGER NOT NULL, step TEXT NOT NULL,
            undone INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (act, conversation)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE view (
            id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL,
            shared INTEGER NOT NULL, changed_at INTEGER NOT NULL, UNIQUE (owner, name)
        ) STRICT
        """,
    ]
}

import GRDB

/// The first schema: deliveries, people, conversations, messages, clocks, events, outbox, keys.
///
/// Instants are integer milliseconds UTC. `message.text` and `message.subject` are ANY because a text may hold a NUL,
/// which SQLite's C strings end at; such a text is bound as a blob.
enum Foundation0001 {
    static let name = "0001-foundation"

    static func migrate(_ database: Database) throws {
        for statement in statements { try database.execute(sql: statement) }
    }

    private static let statements = [
        """
        CREATE TABLE delivery (
            id INTEGER PRIMARY KEY AUTOINCREMENT, channel TEXT NOT NULL, surface TEXT NOT NULL,
            received_at INTEGER NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL, state TEXT NOT NULL, error TEXT,
            items INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX delivery_undecoded ON delivery(id) WHERE state = 'undecoded'",
        """
        CREATE TABLE contact (
            id INTEGER PRIMARY KEY AUTOINCREMENT, channel TEXT NOT NULL, identity TEXT NOT NULL,
            first_seen_at INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE account (
            channel TEXT NOT NULL, account TEXT NOT NULL, contact INTEGER NOT NULL REFERENCES contact(id),
            PRIMARY KEY (channel, account)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE conversation (
            id INTEGER PRIMARY KEY AUTOINCREMENT, channel TEXT NOT NULL, network TEXT NOT NULL, key TEXT NOT NULL,
            kind TEXT NOT NULL, private INTEGER NOT NULL, state TEXT NOT NULL, team TEXT NOT NULL, assignee TEXT,
            tags TEXT NOT NULL, contact INTEGER REFERENCES contact(id), author TEXT NOT NULL, snippet TEXT NOT NULL,
            urgency INTEGER NOT NULL, sentiment TEXT NOT NULL, language TEXT NOT NULL, topics TEXT NOT NULL,
            created_at INTEGER NOT NULL, last_message_at INTEGER NOT NULL, waiting_since INTEGER,
            snoozed_until INTEGER, closed_at INTEGER, due_at INTEGER, version INTEGER NOT NULL,
            due_order INTEGER NOT NULL, urgency_order INTEGER NOT NULL,
            UNIQUE (channel, key)
        ) STRICT
        """,
        """
        CREATE INDEX conversation_inbox ON conversation(state, due_order, urgency_order, created_at, id)
        """,
        "CREATE INDEX conversation_order ON conversation(due_order, urgency_order, created_at, id)",
        """
        CREATE INDEX conversation_snoozed ON conversation(snoozed_until) WHERE snoozed_until IS NOT NULL
        """,
        """
        CREATE TABLE message (
            id INTEGER PRIMARY KEY AUTOINCREMENT, conversation INTEGER NOT NULL REFERENCES conversation(id),
            channel TEXT NOT NULL, network_id TEXT NOT NULL, direction TEXT NOT NULL, kind TEXT NOT NULL,
            private INTEGER NOT NULL, visibility TEXT, contact INTEGER REFERENCES contact(id), agent TEXT,
            text ANY NOT NULL, subject ANY, attachments TEXT, thread TEXT, parent TEXT, url TEXT,
            sent_at INTEGER NOT NULL, received_at INTEGER NOT NULL, edited_at INTEGER, deleted_at INTEGER,
            status TEXT NOT NULL, status_reason TEXT, delivery INTEGER,
            UNIQUE (channel, network_id)
        ) STRICT
        """,
        "CREATE INDEX message_conversation ON message(conversation, id)",
        """
        CREATE VIRTUAL TABLE message_words USING fts5(
            text, content='', tokenize='unicode61 remove_diacritics 2'
        )
        """,
        """
        CREATE TABLE revision (
            id INTEGER PRIMARY KEY AUTOINCREMENT, message INTEGER NOT NULL REFERENCES message(id), text ANY NOT NULL,
            replaced_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX revision_message ON revision(message)",
        """
        CREATE TABLE triage (
            message INTEGER PRIMARY KEY REFERENCES message(id), triage TEXT NOT NULL, routing TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE clock (
            id INTEGER PRIMARY KEY AUTOINCREMENT, conversation INTEGER NOT NULL REFERENCES conversation(id),
            metric TEXT NOT NULL, policy TEXT NOT NULL, target INTEGER NOT NULL, hours TEXT NOT NULL,
            team TEXT NOT NULL, state TEXT NOT NULL, started_at INTEGER NOT NULL, used INTEGER NOT NULL,
            running_since INTEGER, due_at INTEGER, escalated INTEGER NOT NULL, wakes_at INTEGER,
            breached_at INTEGER, ended_at INTEGER
        ) STRICT
        """,
        "CREATE INDEX clock_conversation ON clock(conversation)",
        "CREATE INDEX clock_wakes ON clock(wakes_at) WHERE wakes_at IS NOT NULL",
        """
        CREATE TABLE event (
            id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind TEXT NOT NULL, conversation INTEGER,
            actor TEXT NOT NULL, data TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX event_conversation ON event(conversation, id)",
        """
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, conversation INTEGER NOT NULL,
            channel TEXT, content TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,
            next_attempt_at INTEGER NOT NULL, leased_until INTEGER, last_error TEXT, created_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX outbox_waiting ON outbox(next_attempt_at) WHERE state = 'queued'",
        """
        CREATE TABLE cursor (
            channel TEXT NOT NULL, feed TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (channel, feed)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE channel_health (
            channel TEXT PRIMARY KEY, state TEXT NOT NULL, reason TEXT, since INTEGER NOT NULL,
            last_delivery_at INTEGER, last_success_at INTEGER
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE token (
            id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, role TEXT NOT NULL, hash BLOB NOT NULL UNIQUE,
            created_at INTEGER NOT NULL, last_used_at INTEGER, revoked_at INTEGER
        ) STRICT
        """,
        "CREATE TABLE tally (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    ]
}

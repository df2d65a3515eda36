import GRDB

/// Alerts with their mails, silences and links; messages counted by the hour.
enum Alerts0003 {
    static let name = "0003-alerts"

    static func migrate(_ database: Database) throws {
        for statement in statements { try database.execute(sql: statement) }
    }

    private static let statements = [
        """
        CREATE TABLE alert (
            id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL, cause TEXT NOT NULL, team TEXT NOT NULL,
            conversation INTEGER REFERENCES conversation(id), clock INTEGER, metric TEXT, policy TEXT, channel TEXT,
            detail TEXT NOT NULL, level INTEGER NOT NULL, told INTEGER NOT NULL, reason TEXT NOT NULL, due_at INTEGER,
            raised_at INTEGER NOT NULL, stop TEXT, stopped_by TEXT, stopped_at INTEGER, stopped_until INTEGER,
            wakes_at INTEGER, resolved_at INTEGER
        ) STRICT
        """,
        "CREATE UNIQUE INDEX alert_open ON alert(key) WHERE resolved_at IS NULL",
        "CREATE INDEX alert_clock ON alert(clock) WHERE resolved_at IS NULL",
        "CREATE INDEX alert_conversation ON alert(conversation) WHERE resolved_at IS NULL",
        "CREATE INDEX alert_wakes ON alert(wakes_at) WHERE wakes_at IS NOT NULL",
        """
        CREATE TABLE alert_group (
            team TEXT NOT NULL, level INTEGER NOT NULL, recipient TEXT NOT NULL, item INTEGER NOT NULL,
            departs_at INTEGER NOT NULL, PRIMARY KEY (team, level, recipient)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE notice (
            item INTEGER NOT NULL, alert INTEGER NOT NULL REFERENCES alert(id), level INTEGER NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY (item, alert)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX notice_alert ON notice(alert)",
        """
        CREATE TABLE silence (
            id INTEGER PRIMARY KEY AUTOINCREMENT, scope TEXT NOT NULL, reason TEXT NOT NULL, made_by TEXT NOT NULL,
            starts_at INTEGER NOT NULL, ends_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX silence_ends ON silence(ends_at)",
        "CREATE TABLE link_key (id INTEGER PRIMARY KEY CHECK (id = 1), key BLOB NOT NULL) STRICT",
        "CREATE TABLE used_link (mark TEXT PRIMARY KEY, used_at INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        """
        CREATE TABLE mention_hour (
            hour INTEGER NOT NULL, channel TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (hour, channel)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX outbox_failed ON outbox(id) WHERE state = 'failed'",
        // Mails of the first version carried their facts; those that still wait are shown as given up.
        """
        UPDATE outbox SET content = '{"notices":{"_0":{"level":1,"recipient":"","team":""}}}',
            last_error = CASE state WHEN 'queued' THEN 'written by an earlier version' ELSE last_error END,
            state = CASE state WHEN 'queued' THEN 'failed' ELSE state END
        WHERE channel IS NULL
        """,
    ]
}

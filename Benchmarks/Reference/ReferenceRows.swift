import GRDB

/// The rows that one message leads to, in the tables that hark fills. What hark decides stands here as a constant.
struct ReferenceRows {
    let database: Database
    let now: Int64

    /// One term's evidence, repeated until the column is as long as Hark's for the same texts.
    private static let triage: String = {
        let hit = #"["sentiment","refund*",-400,"base_en.tsv:368",212,6,"money",null]"#
        let evidence = Array(repeating: hit, count: 52).joined(separator: ",")
        return #"{"evidence":["# + evidence
            + #"],"fingerprint":"aff711e7bf5031d9","language":"en","sentiment":{"label":"neutral","score":0},"#
            + #""topics":["app","delivery"],"urgency":{"level":"normal","score":30}}"#
    }()
    private static let routing = #"""
        {"matches":[{"condition":"topic:refund or topic:invoice","outcome":"team care, tag money; stop",\#
        "rule":"money","source":"rules.yaml:16"}],"tags":["money"],"team":"care","urgency_shift":0}
        """#

    /// Inserts everything that belongs to a message that is not known yet.
    func insert(_ row: ReferenceRow) throws {
        let known = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT id FROM message WHERE channel = 'bench' AND network_id = ?"),
            arguments: [row.messageID]
        )
        guard known == nil else { return }
        let delivery = try insertDelivery(row)
        let contact = try contact(row)
        let conversation = try conversation(row, contact)
        try insertMessage(row, conversation, contact, delivery)
        try run(
            """
            INSERT INTO channel_health (channel, state, since, last_delivery_at) VALUES ('bench', 'healthy', ?1, ?1)
            ON CONFLICT (channel) DO UPDATE SET last_delivery_at = ?1
            """,
            [now]
        )
    }

    private func insertDelivery(_ row: ReferenceRow) throws -> Int64 {
        try run(
            "INSERT INTO delivery VALUES (NULL, 'bench', 'webhook', ?, '[]', ?, 'decoded', NULL, 1)",
            [now, row.body]
        )
        return database.lastInsertedRowID
    }

    private func contact(_ row: ReferenceRow) throws -> Int64 {
        let known = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT contact FROM account WHERE channel = 'bench' AND account = ?"),
            arguments: [row.person]
        )
        if let known { return known }
        try run(
            "INSERT INTO contact (channel, identity, first_seen_at) VALUES ('bench', ?, ?)",
            [#"{"aliases":[],"bot":false,"id":"\#(row.person)"}"#, row.saidAt]
        )
        let contact = database.lastInsertedRowID
        try run("INSERT INTO account VALUES ('bench', ?, ?)", [row.person, contact])
        return contact
    }

    private func conversation(_ row: ReferenceRow, _ contact: Int64) throws -> Int64 {
        let known = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT id FROM conversation WHERE channel = 'bench' AND key = ?"),
            arguments: ["p:\(row.person)"]
        )
        guard let known else { return try open(row, contact) }
        try run(
            """
            UPDATE conversation SET snippet = ?, last_message_at = ?, urgency = 30, urgency_order = -30,
            version = version + 1 WHERE id = ?
            """,
            [String(row.text.prefix(140)), row.saidAt, known]
        )
        if Self.raises(row) { try retarget(known, due: row.saidAt + 3_600_000) }
        return known
    }

    /// Whether a message raises its conversation's urgency, and with it two deadlines: of these texts' later messages more
    /// than four in ten do.
    private static func raises(_ row: ReferenceRow) -> Bool { row.messageID.utf8.last.map { $0 < 52 } ?? false }

    private func retarget(_ conversation: Int64, due: Int64) throws {
        for metric in ["first_response", "resolution"] {
            try run(
                "UPDATE clock SET target = 3600000, due_at = ?1, wakes_at = ?1 WHERE conversation = ?2 AND metric = ?3",
                [due, conversation, metric]
            )
            try event("clock.retargeted", conversation, "hark", Self.clock(metric))
        }
    }

    private func open(_ row: ReferenceRow, _ contact: Int64) throws -> Int64 {
        let due = row.saidAt + 14_400_000
        try run(
            """
            INSERT INTO conversation (
                channel, network, key, kind, private, state, team, tags, contact, author, snippet, urgency, sentiment,
                language, topics, created_at, last_message_at, waiting_since, due_at, version, due_order, urgency_order
            ) VALUES (
                'bench', 'messenger', ?1, 'direct', 1, 'open', 'care', '[]', ?2, ?3, ?4, 30, 'neutral',
                'en', '[]', ?5, ?5, ?5, ?6, 1, ?6, -30
            )
            """,
            ["p:\(row.person)", contact, row.person, String(row.text.prefix(140)), row.saidAt, due]
        )
        let conversation = database.lastInsertedRowID
        for metric in ["first_response", "resolution", "reply_window"] {
            try run(
                """
                INSERT INTO clock VALUES (
                    NULL, ?1, ?2, 'private messages', 14400000, 'business', 'care', 'running', ?3, 0, ?3, ?4, 0, ?4,
                    NULL, NULL
                )
                """,
                [conversation, metric, row.saidAt, due]
            )
            try event("clock.started", conversation, "hark", Self.clock(metric))
        }
        try event("conversation.opened", conversation, "contact", #"{"channel":"bench"}"#)
        return conversation
    }

    private static func clock(_ metric: String) -> String {
        #"""
        {"clock":"1","due":"2026-01-05T13:00:00.000Z","hours":"business","metric":"\#(metric)",\#
        "policy":"private messages","target_seconds":"14400","team":"care","used_seconds":"0"}
        """#
    }

    private func insertMessage(
        _ row: ReferenceRow,
        _ conversation: Int64,
        _ contact: Int64,
        _ delivery: Int64
    ) throws {
        try run(
            """
            INSERT INTO message VALUES (
                NULL, ?, 'bench', ?, 'inbound', 'direct', 1, NULL, ?, NULL, ?, NULL, ?, NULL, NULL, NULL, ?, ?, NULL,
                NULL, 'received', NULL, ?
            )
            """,
            [conversation, row.messageID, contact, row.text, row.attachments, row.saidAt, now, delivery]
        )
        let message = database.lastInsertedRowID
        try run("INSERT INTO message_words (rowid, text) VALUES (?, ?)", [message, row.text])
        try run("INSERT INTO triage VALUES (?, ?, ?)", [message, Self.triage, Self.routing])
        try event("message.received", conversation, "contact", #"{"message":"\#(message)"}"#)
        try event("conversation.routed", conversation, "hark", #"{"rules":"money","team":"care"}"#)
    }

    private func event(_ kind: String, _ conversation: Int64, _ actor: String, _ data: String) throws {
        try run("INSERT INTO event VALUES (NULL, ?, ?, ?, ?, ?)", [now, kind, conversation, actor, data])
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

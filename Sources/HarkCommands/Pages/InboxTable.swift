import HarkCore

/// The inbox as a table, in the order the server gave.
enum InboxTable {
    /// From this width on the urgency's word fits beside its bar.
    static let roomForWords = 100

    static func columns(_ style: Style) -> [Table.Column] {
        [
            Table.Column(title: "ID", alignment: .right),
            Table.Column(title: style.width < roomForWords ? "URG" : "URGENCY"),
            Table.Column(title: "SLA", alignment: .right),
            Table.Column(title: "CHANNEL", least: 8),
            Table.Column(title: "AUTHOR", least: 8),
            Table.Column(title: "SNIPPET", least: 20),
            Table.Column(title: style.width < roomForWords ? "OWNER" : "TEAM/ASSIGNEE", least: 8),
        ]
    }

    static func render(_ page: InboxPage, style: Style, now: Instant) -> String {
        Table(columns: columns(style), rows: page.data.map { row($0, style, now) }).render(style)
    }

    private static func row(_ line: ConversationSummary, _ style: Style, _ now: Instant) -> [Table.Cell] {
        [
            .init(String(line.id), .strong),
            .init(urgency(line.urgency, style), line.urgency.tone),
            sla(line, style, now),
            .init(line.channel),
            .init(line.author),
            .init(line.snippet),
            .init(line.owner, .faint),
        ]
    }

    private static func urgency(_ level: Urgency.Level, _ style: Style) -> String {
        style.width < roomForWords ? String(level.text(style).prefix(1)) : level.text(style)
    }

    private static func sla(_ line: ConversationSummary, _ style: Style, _ now: Instant) -> Table.Cell {
        guard let due = line.dueAt else {
            return .init(line.state == .open ? "-" : line.state.rawValue, .faint)
        }
        guard style.isTerminal else { return .init(due.description) }
        return .init(TimeText.span(due - now), Deadline.tone(due, now))
    }

    /// What to say where there is nothing to list.
    static func emptiness(_ request: InboxRequest) -> String {
        if request.cursor != nil { return "Nothing more." }
        return request.query.isEmpty
            ? "Nobody waits for an answer. Enjoy the quiet." : "No conversation matches “\(request.query)”."
    }

    /// How to get the next page; nil on the last.
    static func more(_ page: InboxPage, _ request: InboxRequest) -> String? {
        guard let next = page.next else { return nil }
        let query = request.query.isEmpty ? "" : " " + ShellWord.quoted(request.query)
        return "More: hark inbox\(query) --limit \(request.limit) --cursor \(ShellWord.quoted(next))"
    }
}

/// How a deadline looks.
enum Deadline {
    static func tone(_ due: Instant, _ now: Instant) -> Tone {
        if due <= now { return .bad }
        return due - now < .hours(1) ? .warning : .good
    }
}

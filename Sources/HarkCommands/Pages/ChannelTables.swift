import HarkCore

/// The connections and how they fare: for a person, the reasons stand whole below the table.
enum ChannelTable {
    private static let columns = [
        Table.Column(title: "CHANNEL", least: 8), Table.Column(title: "NETWORK", least: 6),
        Table.Column(title: "MODE"), Table.Column(title: "STATE"), Table.Column(title: "LAST", alignment: .right),
        Table.Column(title: "NEXT", alignment: .right), Table.Column(title: "UNDECODED", alignment: .right),
    ]

    static func render(_ channels: [ChannelHealth], style: Style, now: Instant) -> String {
        let table = Table(columns: columns, rows: channels.map { row($0, style, now) }).render(style)
        guard style.isTerminal else { return table }
        var page = Page(style)
        for channel in channels {
            guard let reason = channel.reason else { continue }
            page.gap()
            page.line([.init(channel.id, .strong)])
            page.block(reason, margin: "  ")
        }
        return table + page.text
    }

    private static func row(_ channel: ChannelHealth, _ style: Style, _ now: Instant) -> [Table.Cell] {
        let undecoded = channel.undecoded
        let cells: [Table.Cell] = [
            .init(channel.id, .strong), .init(channel.network), .init(channel.mode),
            .init(channel.state.rawValue, channel.state.tone),
            .init(style.moment(channel.lastDeliveryAt, now)), .init(style.moment(channel.nextPollAt, now)),
            .init(String(undecoded), undecoded > 0 ? .warning : .plain),
        ]
        return style.isTerminal ? cells : cells + [.init(channel.reason ?? "-")]
    }
}

/// What one real call per channel said.
enum CheckTable {
    static let columns = [
        Table.Column(title: "CHANNEL", least: 8), Table.Column(title: "RESULT"),
        Table.Column(title: "DETAIL"),
    ]

    static func render(_ checks: [ChannelCheck], style: Style) -> String {
        let rows: [[Table.Cell]] = checks.map {
            [.init($0.id, .strong), .init($0.ok ? "ok" : "failed", $0.ok ? .good : .bad), .init($0.detail)]
        }
        return Table(columns: columns, rows: rows).render(style)
    }
}

extension Style {
    /// An instant in a list: relative for a person, RFC 3339 for a program, `-` for none.
    func moment(_ instant: Instant?, _ now: Instant) -> String {
        guard let instant else { return "-" }
        return isTerminal ? TimeText.relative(instant, to: now) : instant.description
    }
}

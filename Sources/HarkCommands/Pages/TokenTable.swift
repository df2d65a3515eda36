import HarkCore

/// The keys: never their text.
enum TokenTable {
    static let columns = [
        Table.Column(title: "ID", alignment: .right), Table.Column(title: "NAME", least: 8),
        Table.Column(title: "ROLE"), Table.Column(title: "CREATED", alignment: .right),
        Table.Column(title: "USED", alignment: .right), Table.Column(title: "REVOKED", alignment: .right),
    ]

    static func render(_ tokens: [TokenSummary], style: Style, now: Instant) -> String {
        let rows: [[Table.Cell]] = tokens.map { token in
            [
                .init(String(token.id), .strong), .init(token.name), .init(token.role.rawValue),
                .init(style.moment(token.createdAt, now)), .init(style.moment(token.lastUsedAt, now)),
                .init(style.moment(token.revokedAt, now), .bad),
            ]
        }
        return Table(columns: columns, rows: rows).render(style)
    }
}

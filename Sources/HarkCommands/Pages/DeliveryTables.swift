import HarkCore

/// Raw deliveries, newest first.
enum DeliveryTable {
    static let columns = [
        Table.Column(title: "ID", alignment: .right), Table.Column(title: "RECEIVED", alignment: .right),
        Table.Column(title: "CHANNEL", least: 8), Table.Column(title: "SURFACE", least: 7),
        Table.Column(title: "STATE"), Table.Column(title: "ITEMS", alignment: .right),
        Table.Column(title: "BYTES", alignment: .right), Table.Column(title: "ERROR", least: 16),
    ]

    static func render(_ deliveries: [DeliveryView], style: Style, now: Instant) -> String {
        let rows: [[Table.Cell]] = deliveries.map { delivery in
            [
                .init(String(delivery.id), .strong), .init(style.moment(delivery.receivedAt, now)),
                .init(delivery.channel), .init(delivery.surface),
                .init(delivery.state.rawValue, delivery.state == .undecoded ? .bad : .good),
                .init(String(delivery.items)), .init(String(delivery.bytes)), .init(delivery.error ?? "-"),
            ]
        }
        return Table(columns: columns, rows: rows).render(style)
    }

    /// How to get the next page; nil on the last.
    static func more(_ page: DeliveriesPage, _ request: DeliveriesRequest) -> String? {
        guard let next = page.next else { return nil }
        let choice = request.undecodedOnly ? " --undecoded" : ""
        return "More: hark deliveries\(choice) --limit \(request.limit) --cursor \(ShellWord.quoted(next))"
    }
}

/// What came of taking deliveries in again.
enum RetryTable {
    static let columns = [
        Table.Column(title: "ID", alignment: .right), Table.Column(title: "RESULT"),
        Table.Column(title: "ITEMS", alignment: .right), Table.Column(title: "ERROR"),
    ]

    static func render(_ retries: [DeliveryRetry], style: Style) -> String {
        let rows: [[Table.Cell]] = retries.map {
            [
                .init(String($0.id), .strong), .init($0.ok ? "decoded" : "undecoded", $0.ok ? .good : .bad),
                .init(String($0.items)), .init($0.error ?? "-"),
            ]
        }
        return Table(columns: columns, rows: rows).render(style)
    }
}

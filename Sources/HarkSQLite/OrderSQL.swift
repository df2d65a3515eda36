import GRDB
import HarkCore

/// An order as SQL on `conversation c`: what it sorts by, and what comes after a position.
struct OrderSQL {
    private let columns: [String]
    private let order: InboxOrder

    init(_ order: InboxOrder) {
        self.order = order
        columns =
            switch order.key {
            case .due: ["c.due_order", "c.urgency_order", "c.created_at", "c.id"]
            case .urgency: ["c.urgency_order", "c.due_order", "c.created_at", "c.id"]
            case .age, .created: ["c.created_at", "c.id"]
            case .updated: ["c.last_message_at", "c.id"]
            }
    }

    /// What stands after `ORDER BY`.
    var sql: String { columns.map { $0 + (order.isReversed ? " DESC" : "") }.joined(separator: ", ") }

    /// What holds for every row after a position.
    var after: String {
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        return "(\(columns.joined(separator: ", "))) \(order.isReversed ? "<" : ">") (\(places))"
    }

    /// The values of ``after``.
    func values(_ position: InboxPosition) -> [(any DatabaseValueConvertible)?] {
        let due = position.dueAt?.milliseconds ?? Int64.max
        let (created, id) = (position.createdAt.milliseconds, position.id.rawValue)
        return switch order.key {
        case .due: [due, -position.urgency, created, id]
        case .urgency: [-position.urgency, due, created, id]
        case .age, .created: [created, id]
        case .updated: [position.lastMessageAt.milliseconds, id]
        }
    }
}

/// What a key may do.
public enum Role: String, Sendable, Codable, CaseIterable, Comparable {
    /// Reads and answers.
    case agent
    /// A program that answers: what it writes leaves, but no promise is kept by it.
    case bot
    /// Also takes deliveries in again and checks channels.
    case lead
    /// Also makes and ends keys.
    case admin

    /// Orders two values.
    public static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }
    private var rank: Int {
        switch self {
        case .agent, .bot: 0
        case .lead: 1
        case .admin: 2
        }
    }
}

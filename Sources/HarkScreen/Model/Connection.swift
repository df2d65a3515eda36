import HarkCore

/// Whether the server is there.
enum Connection: Sendable, Hashable {
    case connecting
    case live
    /// Gone, since when and why.
    case lost(since: Instant, reason: String)

    var isLost: Bool {
        switch self {
        case .lost: true
        case .connecting, .live: false
        }
    }
}

/// A sentence at the bottom of the screen.
struct Notice: Sendable, Hashable {
    var text: String
    var ink: Ink
    var until: Instant
}

import HarkCore

/// Who may open a door.
enum Access: Sendable, Hashable {
    /// Everybody who can reach it.
    case open
    /// Keys of this role and above.
    case role(Role)
}

/// What sort of message it is.
public enum MessageKind: String, Sendable, Codable, CaseIterable {
    /// A public post that names us.
    case mention
    /// Written to us alone.
    case direct
    /// Written under something of ours.
    case comment
    /// An opinion with stars.
    case review
    /// An e-mail.
    case email
    /// Said in a group or room.
    case chat
}

/// What joins messages to one conversation.
public enum ConversationKey: Sendable, Hashable, CustomStringConvertible {
    /// A public thread; a reply whose parent is known joins the parent's conversation.
    case thread(String)
    /// A person on this channel: direct messages of years are one conversation.
    case person(String)

    /// The key as it is stored: `t:` or `p:` and the id.
    public var description: String {
        switch self {
        case .thread(let id): "t:" + id
        case .person(let id): "p:" + id
        }
    }
}

import HarkCore

/// Something done to conversations.
enum ScreenAct: Sendable, Hashable {
    /// A change, and in words what was done: `closed`.
    case change(ConversationChange, String)
    case reply(ReplyCommand)
    case note(String)

    /// What was done, in words.
    var words: String {
        switch self {
        case .change(_, let words): words
        case .reply(let reply):
            switch reply.then {
            case .closed: "answered and closed"
            case .open: "answered, stays open"
            case .pending, .snoozed: "answered"
            }
        case .note: "noted"
        }
    }

    /// The state it leads to, if it leads to one.
    var state: Conversation.State? {
        switch self {
        case .change(let change, _): change.state
        case .reply(let reply): reply.then
        case .note: nil
        }
    }

    /// The draft it was written from.
    func draft(of conversation: Int64) -> DraftKey? {
        switch self {
        case .change: nil
        case .reply: DraftKey(conversation: conversation, kind: .reply)
        case .note: DraftKey(conversation: conversation, kind: .note)
        }
    }
}

/// What came of a deed on one conversation.
struct ActOutcome: Sendable {
    var conversation: Int64
    var result: Result<ConversationSummary, Failure>
}

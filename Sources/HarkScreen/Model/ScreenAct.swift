import HarkCore

/// Something done to conversations, with its words for the person.
enum ScreenAct: Sendable, Hashable {
    /// A deed that is neither reply nor note, and in words what was done: `closed`.
    case change(Deed, String)
    case reply(ReplyCommand)
    case note(String)
    /// A macro by its name.
    case macro(String)
    /// One's own last act, taken back.
    case undo

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
        case .macro(let name): "macro \(name)"
        case .undo: "taken back"
        }
    }

    /// Whether the conversation leaves the list of what is open.
    var takesLeave: Bool {
        switch self {
        case .change(let deed, _):
            deed.change?.state.map { $0 != .open } ?? (deed.mergeInto != nil || deed.block == true)
        case .reply(let reply): reply.then != .open
        case .note, .macro, .undo: false
        }
    }

    /// Whether its answer says if a conversation stays off the list.
    var settlesLeave: Bool {
        switch self {
        case .macro, .undo: true
        case .change, .reply, .note: takesLeave
        }
    }

    /// What the desk is asked to do; nil for what has a call of its own.
    var deed: Deed? {
        switch self {
        case .change(let deed, _): deed
        case .reply(let reply): Deed(reply: reply)
        case .note(let text): Deed(note: text)
        case .macro, .undo: nil
        }
    }

    /// The draft it was written from.
    func draft(of conversation: Int64) -> DraftKey? {
        switch self {
        case .change, .macro, .undo: nil
        case .reply: DraftKey(conversation: conversation, kind: .reply)
        case .note: DraftKey(conversation: conversation, kind: .note)
        }
    }
}

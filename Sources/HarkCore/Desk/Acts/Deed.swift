/// What to do with a conversation, in this order: note, reply, edit, change, mark, mute, block, merge.
public struct Deed: Sendable, Hashable, Codable {
    /// A note among us to add.
    public var note: String?
    /// A reply to queue.
    public var reply: ReplyCommand?
    /// Another text for a reply that has left.
    public var edit: EditCommand?
    /// Owner, team, tags, state.
    public var change: ConversationChange?
    /// What its newest message really is.
    public var mark: Correction.Verdict?
    /// Whether customers' messages open it.
    public var mute: Bool?
    /// Whether we hear no more of the customer.
    public var block: Bool?
    /// The conversation that takes over the messages.
    public var mergeInto: Int64?

    /// What to do with a conversation.
    public init(
        note: String? = nil,
        reply: ReplyCommand? = nil,
        edit: EditCommand? = nil,
        change: ConversationChange? = nil,
        mark: Correction.Verdict? = nil,
        mute: Bool? = nil,
        block: Bool? = nil,
        mergeInto: Int64? = nil
    ) {
        self.note = note
        self.reply = reply
        self.edit = edit
        self.change = change
        self.mark = mark
        self.mute = mute
        self.block = block
        self.mergeInto = mergeInto
    }

    private enum CodingKeys: String, CodingKey {
        case note
        case reply
        case edit
        case change
        case mark
        case mute
        case block
        case mergeInto = "merge_into"
    }
}

extension Deed {
    /// The deed in a few words, for the history: `tag +vip -spam, close`.
    public var summary: String {
        var words: [String] = []
        if note != nil { words.append("note") }
        if reply != nil { words.append("reply") }
        if edit != nil { words.append("edit") }
        if let change { words += change.summary }
        if let mark { words.append("mark " + mark.summary) }
        if let mute { words.append(mute ? "mute" : "unmute") }
        if let block { words.append(block ? "block" : "unblock") }
        if let mergeInto { words.append("merge into \(mergeInto)") }
        return words.isEmpty ? "nothing" : words.joined(separator: ", ")
    }
}

extension ConversationChange {
    fileprivate var summary: [String] {
        var words: [String] = []
        if let assignee { words.append("assign @" + (assignee.isEmpty ? "none" : assignee)) }
        if let team { words.append("assign " + team) }
        let tags = (addTags ?? []).map { "+" + $0 } + (removeTags ?? []).map { "-" + $0 }
        if !tags.isEmpty { words.append("tag " + tags.joined(separator: " ")) }
        switch state {
        case .open: words.append("reopen")
        case .pending: words.append("pending")
        case .snoozed: words.append("snooze until " + (snoozedUntil?.description ?? "?"))
        case .closed: words.append("close")
        case nil: break
        }
        return words
    }
}

/// A reply or a note that is being written.
struct Composer: Sendable, Hashable {
    /// What it becomes.
    enum Kind: String, Sendable, Hashable { case reply, note }

    var conversation: Int64
    var kind: Kind
    var field: TextField
    /// What was typed while a canned text was on its way; nil when none is.
    var typed: [Key]?

    init(_ kind: Kind, to conversation: Int64, text: String = "") {
        self.kind = kind
        self.conversation = conversation
        field = TextField(text, isMultiline: true)
    }

    var draft: DraftKey { DraftKey(conversation: conversation, kind: kind) }

    /// Whether there is anything to send.
    var isEmpty: Bool { field.characters.allSatisfy(\.isWhitespace) }
}

/// Which draft: a conversation may have a reply and a note begun.
struct DraftKey: Sendable, Hashable {
    var conversation: Int64
    var kind: Composer.Kind
}

/// What the screen wants done outside; the answer comes back as a ``ScreenEvent``.
enum Effect: Sendable, Hashable {
    /// Read the list, this many of it.
    case list(query: String, count: Int, ticket: Int)
    /// Read a conversation and why it is as it is.
    case open(Int64)
    /// Read who and what there is to choose from.
    case directory
    /// Do something to conversations, one after the other.
    case perform(ScreenAct, [Int64])
    /// Keep a draft; nil forgets it.
    case keep(DraftKey, String?)
    /// Give the terminal to the person's editor.
    case edit(DraftKey, String)
    /// Give the terminal to the shell.
    case suspend
    /// Paint everything anew.
    case redraw
    /// End.
    case quit
}

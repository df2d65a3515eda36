import HarkCore

/// What the screen wants done outside; the answer comes back as a ``ScreenEvent``.
enum Effect: Sendable, Hashable {
    /// Read the list, this many of it.
    case list(query: String, count: Int, ticket: Int)
    /// Read a conversation and why it is as it is.
    case open(Int64)
    /// Read who and what there is to choose from.
    case directory
    /// Read a canned text, filled in for a conversation.
    case canned(String, Int64)
    /// Read what a macro would do.
    case preview(String, [Int64])
    /// Keep the query as a view of this name.
    case saveView(String, String)
    /// Tell the others where we are, and that we have left another place.
    case present(Presence.Doing, Int64, leaving: Int64?)
    /// Do something to conversations, in one act.
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

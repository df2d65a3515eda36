/// Who gets the keys.
enum Mode: Sendable, Hashable {
    /// The panes.
    case browsing
    /// A line at the bottom: a query or a command.
    case asking(Question)
    case composing(Composer)
    case picking(Picker)
    /// A yes or no before something is done to several.
    case confirming(ScreenAct, [Int64])
    /// A macro before it is run.
    case checking(MacroCheck)
    /// The help, from a line on.
    case help(Int)

    /// What the line at the bottom is for.
    struct Question: Sendable, Hashable {
        enum Purpose: String, Sendable, Hashable {
            case query = "/"
            case command = ":"
        }

        var purpose: Purpose
        var field: TextField
    }
}

/// The parts of the screen that can have the keys.
enum Pane: Sendable, Hashable { case list, thread, details }

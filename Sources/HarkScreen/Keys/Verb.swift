/// Everything the screen can do. The raw value is the command's name behind `:`; a key is a short way to say it.
enum Verb: String, Sendable, CaseIterable {
    case down, up, first, last
    case pageDown = "page-down"
    case pageUp = "page-up"
    case scrollDown = "scroll-down"
    case scrollUp = "scroll-up"
    case next, open, back, focus, details
    case query, view, save, command
    case reply, canned, edit, note
    case take, assign, tag, snooze, close, reopen, macro
    case merge, mute, unmute, block, unblock
    case mark, select, range, unselect, undo
    case refresh, help, suspend, quit

    /// What it does, in words for the help.
    var meaning: String {
        switch self {
        case .down: "the next conversation"
        case .up: "the one before"
        case .first: "the first of the list: the worst"
        case .last: "the last of the list"
        case .pageDown: "a page down"
        case .pageUp: "a page up"
        case .scrollDown: "scroll the thread down"
        case .scrollUp: "scroll the thread up"
        case .next: "the next one nobody has taken; in a search the next hit"
        case .open: "the thread alone on the screen; with a number, that conversation"
        case .back: "back to the list; forget selection and search"
        case .focus: "go to the next pane"
        case .details: "contact, triage with its words, clocks, what the network takes"
        case .query: "search, in the query language; empty means everything open"
        case .view: "a saved view"
        case .save: "keep this search as a view of your own"
        case .command: "type a command by its name"
        case .reply: "answer the customer"
        case .canned: "answer with a canned text; its number picks it"
        case .edit: "answer in your own editor"
        case .note: "write a note among us"
        case .assign: "give to an agent or a team"
        case .take: "give to yourself"
        case .tag: "add or take away tags"
        case .snooze: "put aside until a time"
        case .close: "close"
        case .reopen: "open again"
        case .macro: "several things at once, shown before they are done"
        case .merge: "move its messages into another conversation"
        case .mute: "file what the customer writes without opening it"
        case .unmute: "open it again when the customer writes"
        case .block: "hear no more of the customer"
        case .unblock: "hear the customer again"
        case .mark: "say what it really is: urgency, tone, topic; kept for learning"
        case .select: "select for an act on several"
        case .range: "select from here to where you go"
        case .unselect: "forget the selection"
        case .undo: "take back your last act, also on many, also a reply that has not left"
        case .refresh: "read everything anew"
        case .help: "this help"
        case .suspend: "to the shell; `fg` comes back"
        case .quit: "leave"
        }
    }

    /// What may follow the name behind `:`.
    var argument: String {
        switch self {
        case .open: "NUMBER"
        case .query: "QUERY"
        case .view, .save, .canned, .macro: "NAME"
        case .merge: "NUMBER"
        case .reply, .note: "TEXT"
        case .assign: "@AGENT|TEAM|@none"
        case .tag: "+TAG -TAG"
        case .mark: "urgency=LEVEL sentiment=LABEL topic=NAME"
        case .snooze: "WHEN"
        default: ""
        }
    }
}

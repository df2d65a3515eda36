/// Everything the screen can do. The raw value is the command's name behind `:`; a key is a short way to say it.
enum Verb: String, Sendable, CaseIterable {
    case down, up, first, last
    case pageDown = "page-down"
    case pageUp = "page-up"
    case scrollDown = "scroll-down"
    case scrollUp = "scroll-up"
    case next, open, back, focus, details
    case query, command
    case reply, edit, note
    case assign, take, tag, snooze, close, reopen
    case mark, range, unmark
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
        case .back: "back to the list; forget marks and search"
        case .focus: "go to the next pane"
        case .details: "contact, triage with its words, clocks, what the network takes"
        case .query: "search, in the query language; empty means everything open"
        case .command: "type a command by its name"
        case .reply: "answer the customer"
        case .edit: "answer in your own editor"
        case .note: "write a note among us"
        case .assign: "give to an agent or a team"
        case .take: "give to yourself"
        case .tag: "add or take away tags"
        case .snooze: "put aside until a time"
        case .close: "close"
        case .reopen: "open again"
        case .mark: "mark for an act on several"
        case .range: "mark from here to where you go"
        case .unmark: "forget all marks"
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
        case .reply, .note: "TEXT"
        case .assign: "@AGENT|TEAM|@none"
        case .tag: "+TAG -TAG"
        case .snooze: "WHEN"
        default: ""
        }
    }
}

import HarkCore

/// What happens to the screen: keys, time, answers, news.
enum ScreenEvent: Sendable {
    case input(Input)
    case resized(Size)
    case tick(Instant)
    case listed(ticket: Int, Result<InboxPage, Failure>)
    case opened(Int64, Result<Reading, Failure>)
    case directory(Result<Directory, Failure>)
    case shelf(Shelf)
    case canned(Int64, Result<CannedTextView, Failure>)
    case previewed(String, Result<[MacroPreview], Failure>)
    case present(Int64, [Presence])
    case performed(ScreenAct, Result<ActReport, Failure>, of: [Int64])
    /// The editor is closed; nil when it failed.
    case edited(DraftKey, String?)
    case news(ScreenNews)

    /// A conversation with why it is as it is.
    struct Reading: Sendable {
        var detail: ConversationDetail
        var explanation: Explanation?
        var contact: ContactDetail?
    }
}

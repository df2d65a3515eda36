import HarkCore

/// What happens to the screen: keys, time, answers, news.
enum ScreenEvent: Sendable {
    case input(Input)
    case resized(Size)
    case tick(Instant)
    case listed(ticket: Int, Result<InboxPage, Failure>)
    case opened(Int64, Result<Reading, Failure>)
    case directory(Result<Directory, Failure>)
    case performed(ScreenAct, [ActOutcome])
    /// The editor is closed; nil when it failed.
    case edited(DraftKey, String?)
    case news(ScreenNews)

    /// A conversation with why it is as it is.
    struct Reading: Sendable {
        var detail: ConversationDetail
        var explanation: Explanation?
    }
}

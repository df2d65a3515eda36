import HarkCore

/// Where the gathering of notifications stands: `108` is “everything up to notification 108 is stored”, `108<80` is
/// “on the first connection; 108 was the newest then, and everything from 80 up to it is stored”.
///
/// `min_id` gives the page right *after* an id and loses nothing however much came in between; `since_id` would give
/// the newest page and leave a hole.
enum NotificationCursor: CustomStringConvertible {
    case start
    case backfilling(newest: String, before: String)
    case after(String)

    init(_ text: String?) {
        let parts = (text ?? "").split(separator: "<", maxSplits: 1).map(String.init)
        switch parts.count {
        case 2: self = .backfilling(newest: parts[0], before: parts[1])
        case 1: self = .after(parts[0])
        default: self = .start
        }
    }

    var description: String {
        switch self {
        case .start: ""
        case .backfilling(let newest, let before): newest + "<" + before
        case .after(let id): id
        }
    }

    /// What the request adds to find the page.
    var query: String {
        switch self {
        case .start: ""
        case .backfilling(_, let before): "&max_id=" + before.percentEncoded
        case .after(let id): "&min_id=" + id.percentEncoded
        }
    }

    /// Whether the first connection is still looking back.
    var isBackfill: Bool {
        switch self {
        case .start, .backfilling: true
        case .after: false
        }
    }

    /// Where it stands after a page with these ids, newest first; nil when nothing changed.
    ///
    /// - Parameters:
    ///   - ids: The ids of the page's notifications, newest first.
    ///   - isDone: Whether looking back ends here.
    /// - Returns: The position to store with the page.
    func next(ids: [String], isDone: Bool) -> NotificationCursor? {
        switch self {
        case .after: return ids.first.map(NotificationCursor.after)
        case .start:
            guard let newest = ids.first, let oldest = ids.last else { return nil }
            return isDone ? .after(newest) : .backfilling(newest: newest, before: oldest)
        case .backfilling(let newest, _):
            guard let oldest = ids.last, !isDone else { return .after(newest) }
            return .backfilling(newest: newest, before: oldest)
        }
    }
}

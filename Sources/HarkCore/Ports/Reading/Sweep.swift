/// Where the gathering of a list stands that shows its newest page and pages backwards only.
///
/// A sweep reads from the top down to what the sweep before had seen, and an overlap further, because such lists place
/// late items below the top. Only a completed sweep moves the mark, so that a sweep that broke off loses nothing.
///
/// Written as `mark`, or during a sweep `mark<top|token`: the instants in milliseconds, the token as the network gave it. With
/// `!` for `|` the page has come back empty, old, or as the one before, and is asked for once more: that may be a fault, and must
/// not end a sweep that others still wait for.
public struct Sweep: Sendable, Hashable, CustomStringConvertible {
    /// Everything up to here is stored; nil before the first sweep has ended.
    public var mark: Instant?
    /// The newest instant that this sweep has seen.
    public var top: Instant?
    /// What asks for the next page of this sweep; nil for the first page.
    public var token: String?
    /// The page came back empty with nothing after it, old, or as the one before; it is asked for once more.
    public var isDoubted = false

    /// Where a list's gathering stands, from its cursor; unreadable text begins anew.
    public init(_ cursor: String?) {
        let halves = (cursor ?? "").split(separator: "<", maxSplits: 1, omittingEmptySubsequences: false)
        mark = halves.first.flatMap { Int64($0) }.map(Instant.init(milliseconds:))
        guard halves.count == 2 else { return }
        let digits = halves[1].prefix { $0 != "|" && $0 != "!" }
        top = Int64(digits).map(Instant.init(milliseconds:))
        let rest = halves[1].dropFirst(digits.count)
        isDoubted = rest.first == "!"
        token = rest.isEmpty ? nil : String(rest.dropFirst())
    }

    /// The cursor's text.
    public var description: String {
        let start = mark.map { String($0.milliseconds) } ?? ""
        guard let token else { return start }
        return start + "<" + (top.map { String($0.milliseconds) } ?? "") + (isDoubted ? "!" : "|") + token
    }

    /// The cursor to store; nil while there is nothing to say.
    public var cursor: String? { description.isEmpty ? nil : description }

    /// The cursor that begins this sweep again from the top: for a token that no longer holds.
    public var restarted: String { mark.map { String($0.milliseconds) } ?? "" }

    /// An empty page that begins this sweep again from the top, where its token no longer holds: nothing is lost. nil where it
    /// stands at the top already.
    public var pageFromTheTop: Page? {
        token == nil ? nil : Page(decoded: Decoded(), cursor: restarted, hasMore: true)
    }

    /// Where it stands after a page.
    ///
    /// - Parameters:
    ///   - times: When the page's elements were said, in any order.
    ///   - next: What asks for the page after it; nil on the last one.
    ///   - overlap: How far below the mark the list is read again.
    ///   - floor: Nothing older is wanted on the first connection.
    /// - Returns: The new position, and whether the sweep goes on at once.
    public func after(
        _ times: [Instant],
        next: String?,
        overlap: Span,
        floor: Instant?
    ) -> (sweep: Sweep, hasMore: Bool) {
        let newest = [top, times.max()].compactMap { $0 }.max()
        let end = mark.map { $0 - overlap } ?? floor
        // The middle element decides, not the oldest: one late element among new ones must not hide what follows.
        let reached = times.isEmpty ? false : end.map { times.sorted()[(times.count - 1) / 2] < $0 } ?? false
        // A page from below the mark may be one of an earlier sweep, kept by a cache on the way.
        let isOld = times.max().flatMap { newest in end.map { newest < $0 } } ?? false
        var sweep = self
        if token != nil, times.isEmpty && next == nil || next == token || isOld, !isDoubted {
            sweep.isDoubted = true
            return (sweep, true)
        }
        sweep.isDoubted = false
        // The same token again would turn in a circle.
        guard let next, !next.isEmpty, next != token, !reached else {
            sweep.mark = [mark, newest].compactMap { $0 }.max() ?? floor
            sweep.top = nil
            sweep.token = nil
            return (sweep, false)
        }
        sweep.top = newest
        sweep.token = next
        return (sweep, true)
    }
}

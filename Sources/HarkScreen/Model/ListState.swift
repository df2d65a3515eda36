import HarkCore

/// The conversations on the screen, and where the person is among them.
///
/// The cursor stands on a conversation, not on a line: what others do may move lines, never the cursor. A conversation that
/// leaves the list under the cursor stays in its place until the cursor leaves it, so that no key hits its neighbour.
struct ListState: Sendable, Hashable {
    /// How many are read at once, and how many more near the end.
    static let stride = 100

    var query = ""
    private(set) var rows: [ConversationSummary] = []
    private(set) var hasMore = false
    private(set) var cursor: Int64?
    /// The first line shown.
    var top = 0
    /// How many lines are shown; the view says so.
    var height = 10
    private(set) var selection: Set<Int64> = []
    /// Where a range of the selection begins, while one is drawn.
    private(set) var anchor: Int64?
    /// Conversations with news since the person saw them.
    private(set) var fresh: Set<Int64> = []
    /// The conversation under the cursor that has left the list.
    private(set) var gone: Int64?
    /// Conversations of which an act of ours takes leave; the number of the last list that may not know of it.
    private var leaving: [Int64: Int] = [:]
    /// Where the cursor goes when the conversation appears.
    var wanted: Int64?

    var count = ListState.stride
    /// The number of the newest list that was asked for.
    private(set) var ticket = 0
    private(set) var isLoading = false
    private(set) var isLoaded = false
    /// What was shown before a search that has no answer yet.
    private var before: Before?
    /// Whether something happened since the list was asked for.
    var isStale = false

    private struct Before: Sendable, Hashable {
        var query: String
        var cursor: Int64?
    }

    var index: Int? { cursor.flatMap { cursor in rows.firstIndex { $0.id == cursor } } }
    var current: ConversationSummary? { index.map { rows[$0] } }

    func row(_ id: Int64) -> ConversationSummary? { rows.first { $0.id == id } }

    /// What an act is on: the selection, else the conversation under the cursor.
    var targets: [Int64] {
        let selected = rows.map(\.id).filter(selection.union(ranged).contains)
        return selected.isEmpty ? cursor.map { [$0] } ?? [] : selected
    }

    /// The conversations between the anchor and the cursor.
    var ranged: Set<Int64> {
        guard let anchor, let from = rows.firstIndex(where: { $0.id == anchor }), let to = index else { return [] }
        return Set(rows[min(from, to)...max(from, to)].map(\.id))
    }

    // MARK: - Reading

    /// Asks for the list; the answer comes with the ticket.
    mutating func request() -> Effect {
        ticket += 1
        (isLoading, isStale) = (true, false)
        return .list(query: query, count: count, ticket: ticket)
    }

    /// Begins another list.
    mutating func search(_ text: String) -> Effect {
        if isLoaded { before = Before(query: query, cursor: cursor) }
        query = text
        (count, top) = (Self.stride, 0)
        (selection, anchor, fresh, gone, cursor) = ([], nil, [], nil, nil)
        isLoaded = false
        return request()
    }

    /// There is no answer; a search that cannot be read leaves what was there.
    mutating func failed(ticket: Int) {
        guard ticket == self.ticket else { return }
        isLoading = false
        guard let before else { return }
        (query, cursor, isLoaded) = (before.query, before.cursor, true)
        self.before = nil
    }

    /// Takes a list in without losing the cursor; false when a newer one is under way.
    mutating func take(_ page: InboxPage, ticket: Int) -> Bool {
        guard ticket == self.ticket else { return false }
        leaving = leaving.filter { $0.value >= ticket }
        let old = index
        let known = Dictionary(rows.map { ($0.id, $0.lastMessageAt) }, uniquingKeysWith: { first, _ in first })
        var new = page.data.filter { leaving[$0.id] == nil }
        gone = nil
        if let old, let cursor, !new.contains(where: { $0.id == cursor }), leaving[cursor] == nil {
            new.insert(rows[old], at: min(old, new.count))
            gone = cursor
        }
        if isLoaded { fresh.formUnion(new.filter { known[$0.id] != $0.lastMessageAt && $0.id != cursor }.map(\.id)) }
        rows = new
        (hasMore, isLoading, isLoaded, before) = (page.next != nil, false, true, nil)
        selection.formIntersection(new.map(\.id))
        settle(from: old)
        return true
    }

    /// Puts the cursor somewhere sensible and keeps it on its line of the screen.
    private mutating func settle(from old: Int?) {
        if let wanted, rows.contains(where: { $0.id == wanted }) { (cursor, self.wanted) = (wanted, nil) }
        if index == nil {
            cursor = rows.isEmpty ? nil : rows[min(old ?? 0, rows.count - 1)].id
        } else if let old, let index {
            top += index - old
        }
        seeCursor()
    }

    // MARK: - Moving

    /// Moves the cursor to a line; false when there is none.
    @discardableResult
    mutating func move(to line: Int) -> Bool {
        guard !rows.isEmpty else { return false }
        var id = rows[max(0, min(line, rows.count - 1))].id
        if let gone, id != gone {
            rows.removeAll { $0.id == gone }
            self.gone = nil
            if rows.isEmpty { id = 0 }
        }
        cursor = id
        fresh.remove(id)
        seeCursor()
        return true
    }

    mutating func move(by step: Int) { move(to: (index ?? 0) + step) }

    /// The next line, after the cursor and around the end, that fits.
    mutating func moveToNext(where fits: (ConversationSummary) -> Bool) -> Bool {
        let start = (index ?? -1) + 1
        let order = rows.indices.map { ($0 + start) % rows.count }.dropLast(index == nil ? 0 : 1)
        guard let next = order.first(where: { fits(rows[$0]) }) else { return false }
        return move(to: next)
    }

    /// Scrolls so that the cursor is shown, and the last line is not far up.
    mutating func seeCursor() {
        let line = index ?? 0
        top = max(line - height + 1, min(top, line))
        top = max(0, min(top, rows.count - height))
    }

    // MARK: - Selecting and leaving

    mutating func select() {
        guard let cursor else { return }
        if selection.remove(cursor) == nil { selection.insert(cursor) }
        move(by: 1)
    }

    /// Begins a range, or ends it and selects what is in it.
    mutating func range() {
        if anchor == nil {
            anchor = cursor
        } else {
            selection.formUnion(ranged)
            anchor = nil
        }
    }

    mutating func unselect() { (selection, anchor) = ([], nil) }

    /// Takes conversations off the list before the server has answered; the cursor goes on to the next.
    mutating func leave(_ ids: [Int64]) {
        let old = index
        for id in ids { leaving[id] = .max }
        rows.removeAll { leaving[$0.id] != nil }
        unselect()
        settle(from: old)
    }

    /// The server has answered: lists asked for from here on say whether they are still there.
    mutating func settleLeaving(_ ids: [Int64]) {
        for id in ids where leaving[id] != nil { leaving[id] = ticket }
    }

    /// Shows a conversation as the server has just said it is.
    mutating func update(_ summary: ConversationSummary) {
        if let line = rows.firstIndex(where: { $0.id == summary.id }) { rows[line] = summary }
    }

    mutating func freshen(_ id: Int64) { if id != cursor { fresh.insert(id) } }
}

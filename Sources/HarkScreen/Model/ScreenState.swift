import HarkCore

/// The whole screen as a value: every key, answer and tick makes the next one, and says what is to be done outside.
struct ScreenState: Sendable {
    var facts: ScreenFacts
    var now: Instant
    var size: Size
    var list = ListState()
    var thread = ThreadState()
    var directory: Directory?
    var shelf = Shelf()
    var company = Company()
    var mode = Mode.browsing
    var focus = Pane.list
    /// The thread alone on the screen.
    var isZoomed = false
    /// Details in place of the thread, where there is no room for both.
    var showsDetails = false
    var connection = Connection.connecting
    var notice: Notice?
    var drafts: [DraftKey: String]

    init(facts: ScreenFacts, now: Instant, size: Size, query: String = "", drafts: [DraftKey: String] = [:]) {
        self.facts = facts
        self.now = now
        self.size = size
        self.drafts = drafts
        list.query = query
        list.height = ScreenLayout(self).list.height
    }

    /// Takes an event in. The only way the screen changes.
    mutating func take(_ event: ScreenEvent) -> [Effect] {
        defer {
            list.height = ScreenLayout(self).list.height
            list.seeCursor()
        }
        let before = list.cursor
        let effects = answer(event)
        guard list.cursor != before else { return effects }
        thread.rewind()
        return effects + look()
    }

    private mutating func answer(_ event: ScreenEvent) -> [Effect] {
        switch event {
        case .input(.key(let key)): return press(key)
        case .input(.paste(let text)): return paste(text)
        case .input(.mouse(let mouse)): return point(mouse)
        case .resized(let size):
            self.size = size
            return [.redraw]
        case .tick(let instant): return tick(instant)
        case .listed(let ticket, let result): return listed(ticket, result)
        case .opened(let id, let result):
            thread.take(id, result)
            return []
        case .directory(let result):
            if case .success(let directory) = result { self.directory = directory }
            return []
        case .shelf(let shelf):
            self.shelf = shelf
            return []
        case .canned(let id, let result): return fill(id, result)
        case .previewed(let name, let result): return previewed(name, result)
        case .present(let id, let others):
            company.others[id] = others
            return []
        case .performed(let act, let result, let ids): return performed(act, result, of: ids)
        case .edited(let key, let text): return edited(key, text)
        case .news(let news): return hear(news)
        }
    }

    /// Reads the conversation under the cursor unless it is known.
    func look() -> [Effect] {
        guard let id = list.cursor, thread.needs(id) else { return [] }
        return [.open(id)]
    }

    mutating func say(_ text: String, _ ink: Ink = .good, seconds: Int64 = 6) {
        notice = Notice(text: text, ink: ink, until: now + .seconds(seconds))
    }

    private mutating func tick(_ instant: Instant) -> [Effect] {
        now = instant
        if let until = notice?.until, until <= now { notice = nil }
        let beat = heartbeat()
        guard list.isStale, !list.isLoading, !connection.isLost else { return beat }
        return beat + [list.request()] + look()
    }

    private mutating func listed(_ ticket: Int, _ result: Result<InboxPage, Failure>) -> [Effect] {
        switch result {
        case .success(let page):
            guard list.take(page, ticket: ticket) else { return [] }
            return []
        case .failure(let failure):
            list.failed(ticket: ticket)
            guard failure.code != .unreachable else { return [] }
            say(failure.message, .bad, seconds: 15)
            return []
        }
    }
}

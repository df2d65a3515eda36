import HarkCore

/// What the server tells unasked.
extension ScreenState {
    mutating func hear(_ news: ScreenNews) -> [Effect] {
        switch news {
        case .connected:
            let wasLost = connection.isLost
            connection = .live
            if wasLost {
                say("the server is back")
                thread.spoilAll()
            }
            return [list.request()] + (directory == nil ? [.directory] : []) + look()
        case .lost(let reason):
            if !connection.isLost { connection = .lost(since: now, reason: reason) }
            return []
        case .event(let event):
            return hear(event)
        }
    }

    private mutating func hear(_ event: EventView) -> [Effect] {
        guard let id = event.conversation else { return [] }
        list.isStale = true
        thread.spoil(id)
        if event.kind == .messageReceived { list.freshen(id) }
        guard event.kind == .replyFailed else { return [] }
        say("a reply in #\(id) could not be sent; open it to see why", .bad, seconds: 15)
        return []
    }
}

import Synchronization

/// Where answers and news wait for the screen's thread.
final class ScreenMail: Sendable {
    private let events = Mutex<[ScreenEvent]>([])

    /// Puts an event in and wakes the thread.
    func post(_ event: ScreenEvent) {
        events.withLock { $0.append(event) }
        TerminalSignals.wake()
    }

    /// Takes everything out.
    func drain() -> [ScreenEvent] {
        events.withLock { events in
            defer { events = [] }
            return events
        }
    }
}

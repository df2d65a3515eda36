import HarkCore

/// The conversations that were read, and how far the panes are scrolled.
struct ThreadState: Sendable {
    /// How many are kept for going back and forth.
    private static let limit = 60

    private var readings: [Int64: ScreenEvent.Reading] = [:]
    private var order: [Int64] = []
    private var stale: Set<Int64> = []
    private(set) var failures: [Int64: String] = [:]
    /// Lines scrolled up from the end of the thread: its newest message is what matters.
    var scroll = 0
    var detailScroll = 0

    func reading(_ id: Int64) -> ScreenEvent.Reading? { readings[id] }

    /// Whether it must be read (again).
    func needs(_ id: Int64) -> Bool { readings[id] == nil || stale.contains(id) }

    mutating func take(_ id: Int64, _ result: Result<ScreenEvent.Reading, Failure>) {
        switch result {
        case .success(let reading):
            readings[id] = reading
            failures[id] = nil
            stale.remove(id)
            order.removeAll { $0 == id }
            order.append(id)
            if order.count > Self.limit { readings[order.removeFirst()] = nil }
        case .failure(let failure):
            failures[id] = failure.message
        }
    }

    mutating func spoil(_ id: Int64) { stale.insert(id) }

    mutating func spoilAll() { stale.formUnion(readings.keys) }

    mutating func rewind() { (scroll, detailScroll) = (0, 0) }
}

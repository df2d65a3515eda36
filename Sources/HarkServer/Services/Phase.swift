import Synchronization

/// Whether the service still takes work.
public final class Phase: Sendable {
    private let leaving = Atomic(false)

    /// Taking work.
    public init() {}

    /// Whether the service is on its way out.
    var isLeaving: Bool { leaving.load(ordering: .acquiring) }

    /// No new work from here on.
    func leave() { leaving.store(true, ordering: .releasing) }
}

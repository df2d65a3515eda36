import Synchronization

/// Tells any number of waiters that something happened. Signals add up to one; none is lost between a look and a wait.
///
/// A waiter reads ``count``, looks at the world, and waits for the count to change.
public final class Wakeup: Sendable {
    private struct State {
        var count: UInt64 = 0
        var nextWaiter: UInt64 = 0
        var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())

    /// Nothing has happened yet.
    public init() {}

    /// How often something happened.
    public var count: UInt64 { state.withLock { $0.count } }

    /// Something happened.
    public func signal() {
        let waiters = state.withLock { state in
            state.count += 1
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Waits until something has happened since a count was read, or the task is cancelled.
    public func change(since seen: UInt64) async {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    // Cancellation is looked at under the lock: the handler below either finds the waiter or ran before.
                    if state.count != seen || Task.isCancelled { return true }
                    state.waiters[id] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.resume()
        }
    }

    /// The same, but not longer than a time, where there is one.
    public func change(since seen: UInt64, atMost limit: Duration?) async {
        guard let limit else { return await change(since: seen) }
        await withTaskGroup { group in
            group.addTask { await self.change(since: seen) }
            group.addTask { try? await Task.sleep(for: limit) }
            await group.next()
            group.cancelAll()
        }
    }
}

import Synchronization

/// What came so far, for whoever waits for more of it.
final class Record<Element: Sendable>: Sendable {
    private struct State {
        var elements: [Element] = []
        var isClosed = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    var elements: [Element] { state.withLock { $0.elements } }
    var count: Int { state.withLock { $0.elements.count } }

    func append(_ elements: [Element]) { ring { $0.elements += elements } }

    /// Nothing more will come.
    func close() { ring { $0.isClosed = true } }

    /// The first wanted element from a position on; waits for it. Nil when the record closes without it.
    func first(after position: Int = 0, where isWanted: (Element) -> Bool = { _ in true }) async -> Element? {
        var seen = position
        while !Task.isCancelled {
            let (fresh, isClosed) = state.withLock { (Array($0.elements.dropFirst(seen)), $0.isClosed) }
            if let element = fresh.first(where: isWanted) { return element }
            if isClosed { return nil }
            seen += fresh.count
            await change(since: seen)
        }
        return nil
    }

    /// Returns when nothing more will come.
    func closed() async { _ = await first { _ in false } }

    private func ring(_ change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    private func change(since seen: Int) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    let isOver = state.elements.count > seen || state.isClosed || Task.isCancelled
                    if !isOver { state.waiting.append(continuation) }
                    return isOver
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            ring { _ in }
        }
    }
}

extension Record {
    /// Everything that a stream brings.
    convenience init(_ stream: AsyncStream<Element>) {
        self.init()
        Task { [weak self] in
            for await element in stream { self?.append([element]) }
            self?.close()
        }
    }
}

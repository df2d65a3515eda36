/// What callers ask of the loop's thread, and the rules of who overtakes whom. A value behind a lock.
struct CurlInbox {
    typealias Answer = CheckedContinuation<CurlOutcome, Never>

    /// One thing to do for the thread.
    enum Command {
        case start(Int, CurlOrder, Answer)
        case cancel(Int)
    }

    /// What the thread finds when it looks.
    struct Contents {
        var commands: [Command]
        var shallStop: Bool
    }

    private var lastID = 0
    /// Ids whose start has not been posted. A cancel removes the id, so that a start it overtook knows.
    private var reserved: Set<Int> = []
    private var commands: [Command] = []
    private var shallStop = false
    private var isClosed = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// An id for a transfer to come.
    mutating func reserve() -> Int {
        lastID += 1
        reserved.insert(lastID)
        return lastID
    }

    /// Posts a transfer; false when it was cancelled before, or the loop takes no more.
    mutating func start(_ id: Int, _ order: CurlOrder, _ answer: Answer) -> Bool {
        guard reserved.remove(id) != nil, !shallStop, !isClosed else { return false }
        commands.append(.start(id, order, answer))
        return true
    }

    /// Posts a cancel; false when the thread need not be told.
    mutating func cancel(_ id: Int) -> Bool {
        guard reserved.remove(id) == nil, !isClosed else { return false }
        commands.append(.cancel(id))
        return true
    }

    /// Asks the thread to end; false when it has ended.
    mutating func stop() -> Bool {
        shallStop = true
        return !isClosed
    }

    /// Keeps somebody who waits for the end; false when it has come.
    mutating func wait(_ continuation: CheckedContinuation<Void, Never>) -> Bool {
        guard !isClosed else { return false }
        waiting.append(continuation)
        return true
    }

    /// Takes everything out.
    mutating func drain() -> Contents {
        defer { commands = [] }
        return Contents(commands: commands, shallStop: shallStop)
    }

    /// Nothing more comes in. Returns what was left and who waits.
    mutating func close() -> (commands: [Command], waiting: [CheckedContinuation<Void, Never>]) {
        isClosed = true
        defer { (commands, waiting) = ([], []) }
        return (commands, waiting)
    }
}

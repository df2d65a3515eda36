/// Who must look again when something was committed.
public struct Wakeups: Sendable {
    /// Deadlines may have moved.
    public let clocks = Wakeup()
    /// Something may have to leave.
    public let outbox = Wakeup()
    /// The event log may have grown.
    public let log = Wakeup()
    /// The configuration was swapped.
    public let configuration = Wakeup()

    /// Nobody has been woken yet.
    public init() {}

    /// Something came in. What has to leave because of it, the clocks will say.
    func arrived() {
        clocks.signal()
        log.signal()
    }

    /// Somebody of us did something.
    func commanded() {
        clocks.signal()
        outbox.signal()
        log.signal()
    }
}

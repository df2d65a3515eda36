import HarkServer
import Testing

/// A signal between the look and the wait is not lost, and nobody waits for ever.
struct WakeupTests {
    @Test(.timeLimit(.minutes(1))) func aSignalBeforeTheWaitCounts() async {
        let wakeup = Wakeup()
        let seen = wakeup.count
        wakeup.signal()
        await wakeup.change(since: seen)
        #expect(wakeup.count == seen + 1)
    }

    @Test(.timeLimit(.minutes(1))) func everyWaiterIsWoken() async {
        let wakeup = Wakeup()
        await withTaskGroup { group in
            for _ in 0..<50 { group.addTask { await wakeup.change(since: 0) } }
            wakeup.signal()
            await group.waitForAll()
        }
    }

    @Test(.timeLimit(.minutes(1))) func aCancelledWaiterReturns() async {
        let wakeup = Wakeup()
        let waiter = Task { await wakeup.change(since: 0) }
        waiter.cancel()
        await waiter.value
        await wakeup.change(since: 0, atMost: .milliseconds(1))
        #expect(wakeup.count == 0)
    }
}

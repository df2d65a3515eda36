import Foundation
import HarkCore

/// The full-screen inbox on this process's terminal.
public enum FullScreen {
    /// Runs until the person leaves or a signal ends it; returns the exit status. The terminal is given back in any case.
    public static func run(_ house: ScreenHouse) async throws -> Int32 {
        guard TerminalModes.remember(), let wakeEnd = TerminalSignals.install() else {
            throw Failure(.badRequest, "this terminal cannot be used for a full screen; try `hark inbox`")
        }
        defer { TerminalSignals.remove() }
        let mail = ScreenMail()
        let worker = DeskWorker(desk: house.desk, mail: mail, news: house.news)
        // A thread of its own, because it sleeps in poll.
        let status = await withCheckedContinuation { continuation in
            let thread = Thread {
                var loop = ScreenLoop(house, mail: mail, worker: worker, wakeEnd: wakeEnd)
                continuation.resume(returning: loop.run())
            }
            thread.name = "hark-screen"
            thread.stackSize = 4 << 20
            thread.start()
        }
        await worker.finish()
        return status
    }
}

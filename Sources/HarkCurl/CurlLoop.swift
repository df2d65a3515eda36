import CLibcurl
import Foundation
import Synchronization

/// The thread that owns libcurl: one multi handle, all easy handles, all connections.
///
/// Callers post starts and cancels into the inbox and wake the thread with `curl_multi_wakeup`, the one call libcurl
/// allows from elsewhere. The thread looks into the inbox, performs, answers what is done, and sleeps in poll.
///
/// `@unchecked Sendable` is safe because `multi` is a constant that only the thread uses, but for the wakeup, which
/// happens under the inbox's lock and not after `close()`; `jobs` is touched by the thread alone.
final class CurlLoop: @unchecked Sendable {
    static let isInitialised: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    /// A wakeup or libcurl's own timers end the sleep; without transfers nothing else has to.
    private static let longestSleep: Int32 = 3_600_000

    let authorities: String?
    private let multi: UnsafeMutableRawPointer?
    private let inbox = Mutex(CurlInbox())
    private var jobs: [Int: CurlJob] = [:]

    init(authorities: String?) {
        self.authorities = authorities
        multi = Self.isInitialised ? curl_multi_init() : nil
        guard multi != nil else {
            _ = inbox.withLock { $0.close() }
            return
        }
        let thread = Thread { [self] in live() }
        thread.name = "hark-curl"
        thread.start()
    }

    /// Runs one transfer. Cancelling the task cancels the transfer.
    func run(_ order: CurlOrder) async -> CurlOutcome {
        let id = inbox.withLock { $0.reserve() }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { answer in
                if !tell({ $0.start(id, order, answer) }) { answer.resume(returning: .cancelled) }
            }
        } onCancel: {
            _ = tell { $0.cancel(id) }
        }
    }

    /// Asks the thread to cancel everything and end.
    func stop() {
        _ = tell { $0.stop() }
    }

    /// Returns when the thread has let go of every handle.
    func join() async {
        await withCheckedContinuation { continuation in
            let isKept = inbox.withLock { $0.wait(continuation) }
            if !isKept { continuation.resume() }
        }
    }

    private func tell(_ post: (inout CurlInbox) -> Bool) -> Bool {
        inbox.withLock { inbox in
            guard post(&inbox) else { return false }
            curl_multi_wakeup(multi)
            return true
        }
    }

    // MARK: - On the thread

    private func live() {
        guard let multi else { return }
        while true {
            let contents = inbox.withLock { $0.drain() }
            for command in contents.commands { obey(command, multi) }
            if contents.shallStop { break }
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            settleFinished(multi)
            curl_multi_poll(multi, nil, 0, Self.longestSleep, nil)
        }
        end(multi)
    }

    private func obey(_ command: CurlInbox.Command, _ multi: UnsafeMutableRawPointer) {
        switch command {
        case .start(let id, let order, let answer):
            guard let job = CurlJob(id: id, order: order, answer: answer) else {
                answer.resume(returning: CurlOutcome(ending: .failed(CURLE_OUT_OF_MEMORY, "out of memory")))
                return
            }
            if let problem = job.prepare(order, authorities: authorities) {
                job.finish(CurlOutcome(ending: .failed(problem, "")))
                return
            }
            jobs[id] = job
            curl_multi_add_handle(multi, job.easy)
        case .cancel(let id):
            finish(id, multi) { _ in .cancelled }
        }
    }

    private func settleFinished(_ multi: UnsafeMutableRawPointer) {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
            let result = hark_curl_message_result(message)
            finish(CurlJob.id(of: easy), multi) { $0.outcome(result) }
        }
    }

    private func finish(_ id: Int, _ multi: UnsafeMutableRawPointer, _ outcome: (CurlJob) -> CurlOutcome) {
        guard let job = jobs.removeValue(forKey: id) else { return }
        let result = outcome(job)
        curl_multi_remove_handle(multi, job.easy)
        job.finish(result)
    }

    private func end(_ multi: UnsafeMutableRawPointer) {
        let left = inbox.withLock { $0.close() }
        for id in jobs.keys.sorted() { finish(id, multi) { _ in .cancelled } }
        for case .start(_, _, let answer) in left.commands { answer.resume(returning: .cancelled) }
        curl_multi_cleanup(multi)
        for continuation in left.waiting { continuation.resume() }
    }
}

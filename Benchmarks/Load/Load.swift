import Foundation
import Synchronization

/// A closed loop of load: each connection asks again as soon as it has its answer.
struct Load {
    /// What came of it.
    struct Outcome: Sendable {
        /// Seconds of each answer of the expected status.
        var latencies: [Double] = []
        /// Answers of another status, and connections that broke off.
        var failures = 0
        /// Seconds from the first request to the last answer.
        var seconds = 0.0

        /// Good answers a second.
        var rate: Double { seconds > 0 ? Double(latencies.count) / seconds : 0 }
        /// The latency in milliseconds that the given share stays below.
        func milliseconds(_ share: Double) -> Double { Figures.quantile(latencies, share) * 1000 }
    }

    let port: Int
    let connections: Int
    /// Ends after this, whatever is left.
    let seconds: Double

    /// Sends each request once, in order, over all connections; stops at the time limit.
    func run(_ requests: ArraySlice<[UInt8]>) async -> Outcome {
        let next = Atomic(requests.startIndex)
        let shared = Shared(next: next, requests: requests, deadline: Stopwatch.now + seconds)
        let began = Stopwatch.now
        var total = await withTaskGroup(of: Outcome.self) { group in
            for _ in 0..<connections { group.addTask { await onThread { one(shared) } } }
            return await group.reduce(into: Outcome()) { total, part in
                total.latencies += part.latencies
                total.failures += part.failures
            }
        }
        total.seconds = Stopwatch.now - began
        return total
    }

    private final class Shared: Sendable {
        let next: Atomic<Int>
        let requests: ArraySlice<[UInt8]>
        let deadline: Double

        init(next: consuming Atomic<Int>, requests: ArraySlice<[UInt8]>, deadline: Double) {
            self.next = next
            self.requests = requests
            self.deadline = deadline
        }

        func take() -> [UInt8]? {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            return index < requests.endIndex && Stopwatch.now < deadline ? requests[index] : nil
        }
    }

    private func one(_ shared: Shared) -> Outcome {
        var outcome = Outcome()
        do {
            var connection = try Connection(port: port)
            while let request = shared.take() {
                let began = Stopwatch.now
                let status = try connection.exchange(request)
                if (200..<300).contains(status) {
                    outcome.latencies.append(Stopwatch.now - began)
                } else {
                    outcome.failures += 1
                }
            }
        } catch {
            outcome.failures += 1
        }
        return outcome
    }

    /// Blocking calls must not hold the threads that Swift's tasks share.
    private func onThread(_ work: @escaping @Sendable () -> Outcome) async -> Outcome {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: work()) }
            thread.stackSize = 1 << 20
            thread.start()
        }
    }
}

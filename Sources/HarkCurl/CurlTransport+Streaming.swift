import CLibcurl
public import HarkCore
import Synchronization

extension CurlTransport: StreamingTransport {
    /// Sends a request and hands on each part of a 2xx answer as it arrives.
    public func stream(
        _ request: HTTPRequest,
        receive: @escaping @Sendable (_ part: [UInt8]) -> Void
    ) async throws -> HTTPResponse {
        try request.check()
        let heard = LastPart()
        let loop = loop
        let order = CurlOrder.stream(request) { part in
            heard.note()
            receive(part)
        }
        return try await withThrowingTaskGroup(of: HTTPResponse?.self) { tasks in
            defer { tasks.cancelAll() }
            tasks.addTask {
                let outcome = await loop.run(order)
                if let failure = TransportFailure(outcome, of: request) { throw failure }
                return HTTPResponse(outcome)
            }
            // libcurl measures speed, and a few bytes every quarter of a minute are no speed to it.
            tasks.addTask {
                let limit = Duration.milliseconds(max(request.timeout.milliseconds, 1))
                while !Task.isCancelled {
                    let quiet = heard.silence
                    guard quiet < limit else { throw TransportFailure.timedOut("the stream fell silent") }
                    try? await Task.sleep(for: limit - quiet)
                }
                return nil
            }
            while let ended = try await tasks.next() {
                if let response = ended { return response }
            }
            throw TransportFailure.cancelled
        }
    }
}

/// When a stream last said something.
private final class LastPart: Sendable {
    private let at = Mutex(ContinuousClock.now)

    var silence: Duration { at.withLock { $0 }.duration(to: .now) }

    func note() { at.withLock { $0 = .now } }
}

extension CurlOptions {
    /// Sets up an exchange whose answer goes on; only the caller ends it.
    mutating func setStream(_ request: HTTPRequest) {
        setHTTP(request)
        set(CURLOPT_TIMEOUT_MS, 0)
        // A stream would keep others waiting on a shared connection, and is never reused.
        set(CURLOPT_FRESH_CONNECT, 1)
        set(CURLOPT_FORBID_REUSE, 1)
    }
}

import CLibcurl
public import HarkCore

extension CurlTransport: StreamingTransport {
    /// Sends a request and hands on each part of a 2xx answer as it arrives.
    public func stream(
        _ request: HTTPRequest,
        receive: @escaping @Sendable (_ part: [UInt8]) -> Void
    ) async throws -> HTTPResponse {
        try request.check()
        let outcome = await loop.run(.stream(request, receive: receive))
        if let failure = TransportFailure(outcome, of: request) { throw failure }
        return HTTPResponse(outcome)
    }
}

extension CurlOptions {
    /// Sets up an exchange whose answer goes on; only silence ends it.
    mutating func setStream(_ request: HTTPRequest) {
        setHTTP(request)
        set(CURLOPT_TIMEOUT_MS, 0)
        set(CURLOPT_LOW_SPEED_LIMIT, 1)
        set(CURLOPT_LOW_SPEED_TIME, Int(max(request.timeout.milliseconds / 1000, 1)))
        // A stream would keep others waiting on a shared connection, and is never reused.
        set(CURLOPT_FRESH_CONNECT, 1)
        set(CURLOPT_FORBID_REUSE, 1)
    }
}

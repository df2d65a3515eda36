/// The way out for an answer that does not end: an event stream.
public protocol StreamingTransport: Transport {
    /// Sends a request and hands on each part of a 2xx answer as it arrives, in order and on a thread of its own.
    ///
    /// Returns the answer when it has ended; its body is empty unless the status is a refusal. The request's timeout is the
    /// longest silence, not the length of the whole. Throws ``TransportFailure`` like ``Transport/send(_:)``, also when the
    /// stream breaks off. Cancelling the task ends it.
    func stream(
        _ request: HTTPRequest,
        receive: @escaping @Sendable (_ part: [UInt8]) -> Void
    ) async throws -> HTTPResponse
}

public import HarkCore

/// HTTP over libcurl: one thread, one multi handle, connections and TLS sessions reused.
///
/// Sends once and follows no redirect. Talks http and https only, TLS 1.2 or newer, HTTP/2 where the server offers it.
/// ``TransportFailure/unreachable(_:)`` promises that nothing of the request has left this host; when the connection
/// broke later, the failure is another one, and the provider may have acted.
public final class CurlTransport: Transport {
    let loop: CurlLoop

    /// Starts the thread.
    ///
    /// - Parameter authorities: A PEM file of the certificate authorities to trust in place of the system's.
    public init(authorities: String? = nil) { loop = CurlLoop(authorities: authorities) }

    deinit { loop.stop() }

    /// Sends a request and returns the complete answer, of whatever status.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        if let mail = request.mail { return try await send(mail, of: request) }
        try request.check()
        let outcome = await loop.run(.http(request))
        if let failure = TransportFailure(outcome, of: request) { throw failure }
        return HTTPResponse(outcome)
    }

    /// Cancels what is under way, closes every connection and returns when the thread has ended. Later calls to
    /// ``send(_:)`` throw ``TransportFailure/cancelled``.
    public func shutdown() async {
        loop.stop()
        await loop.join()
    }
}

extension HTTPRequest {
    /// Refuses what could end a header line early or name another protocol.
    func check() throws(TransportFailure) {
        guard !method.isEmpty, method.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw .malformed("the method is not upper-case letters")
        }
        guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
            throw .malformed("the URL begins with neither https:// nor http://")
        }
        guard url.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
            throw .malformed("the URL has characters that must be percent-encoded")
        }
        for field in headers {
            guard !field.name.isEmpty, field.name.utf8.allSatisfy(Self.isTokenByte),
                field.value.utf8.allSatisfy({ $0 >= 32 && $0 != 127 || $0 == 9 })
            else { throw .malformed("a header field has a control character") }
        }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
}

extension HTTPResponse {
    /// The answer of a completed exchange.
    init(_ outcome: CurlOutcome) {
        let fields = outcome.lines.compactMap { line -> HTTPField? in
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
            let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
            return HTTPField(String(line[..<colon]), String(value.trimmingEnd()))
        }
        self.init(status: outcome.status, headers: fields, body: outcome.body)
    }
}

extension Substring {
    /// The text without white space at its end.
    fileprivate func trimmingEnd() -> Substring {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

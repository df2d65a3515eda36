import CLibcurl
import HarkCore

extension CurlOptions {
    /// Sets up an HTTP exchange. The request has been checked: no control characters in method, URL and headers.
    mutating func setHTTP(_ request: HTTPRequest) {
        set(CURLOPT_URL, request.url)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_PATH_AS_IS, 1)
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        setCommon(timeout: request.timeout)
        setMethod(request)
        // A connection that dies while it is reused makes libcurl send the request once more. Where that could say the
        // same thing twice, the request gets a connection of its own.
        if !request.isRepeatable { set(CURLOPT_FRESH_CONNECT, 1) }
        if request.headers.value(of: "accept-encoding") == nil { set(CURLOPT_ACCEPT_ENCODING, "") }
        if request.headers.value(of: "user-agent") == nil { set(CURLOPT_USERAGENT, "Hark/\(HarkCore.version)") }
        set(CURLOPT_HTTPHEADER, headerLines(request))
        if request.reach == .publicOnly { keepToPublicAddresses() }
    }

    private mutating func setMethod(_ request: HTTPRequest) {
        switch request.method {
        case "GET" where request.body.isEmpty: set(CURLOPT_HTTPGET, 1)
        case "HEAD": set(CURLOPT_NOBODY, 1)
        case "DELETE" where request.body.isEmpty, "OPTIONS" where request.body.isEmpty:
            set(CURLOPT_CUSTOMREQUEST, request.method)
        default:
            set(CURLOPT_POST, 1)
            setBody(request.body)
            set(CURLOPT_CUSTOMREQUEST, request.method)
        }
    }

    /// The request's fields; and without a value those that libcurl would add by itself.
    private func headerLines(_ request: HTTPRequest) -> [String] {
        var lines = request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        for name in ["Expect", "Content-Type"] where request.headers.value(of: name) == nil {
            lines.append("\(name):")
        }
        return lines
    }
}

extension HTTPRequest {
    /// Whether sending it twice does what sending it once does.
    var isRepeatable: Bool {
        ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"].contains(method) || headers.value(of: "idempotency-key") != nil
    }
}

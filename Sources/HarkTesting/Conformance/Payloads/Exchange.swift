import Foundation
import HarkCore

/// One request and its answer; a bare body has an empty request.
struct Exchange: Sendable {
    var method = ""
    /// Path and query.
    var target = ""
    var requestHeaders: [HTTPField] = []
    var response: HTTPResponse

    /// A bare body, shown without the exchange around it.
    init(body: [UInt8], status: Int = 200) { response = HTTPResponse(status: status, body: body) }

    init(method: String, url: String, requestHeaders: [HTTPField] = [], response: HTTPResponse) {
        self.method = method
        let afterScheme = url.firstRange(of: "://").map { url[$0.upperBound...] }
        target = afterScheme.map { String($0.drop { $0 != "/" }) } ?? url
        self.requestHeaders = requestHeaders
        self.response = response
    }

    var path: String { String(target.prefix { $0 != "?" }) }

    /// Segments of the path.
    var segments: [String] { path.split(separator: "/").map(String.init) }
}

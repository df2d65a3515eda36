import Foundation
import HarkCore
import Yams

/// One recorded request and its answer.
struct Exchange {
    var method: String
    /// Path and query.
    var target: String
    /// Who asked, by name; what this account wrote is an echo.
    var account: String
    var response: HTTPResponse

    var path: String { String(target.prefix { $0 != "?" }) }

    /// Segments of the path without the API's prefix: `["notifications", "20"]`.
    var segments: [String] {
        path.split(separator: "/").map(String.init).filter { $0 != "api" && $0 != "v1" }
    }

    /// All exchanges of a recording, in order.
    static func all(of expectation: Expectation) throws -> [Exchange] {
        let data = try Oracle.bytes(of: expectation.file)
        if expectation.shape == "cassette" {
            return try YAMLDecoder().decode(Cassette.self, from: data).interactions.map(\.exchange)
        }
        if let recording = try? JSONDecoder().decode(Recording.self, from: data) {
            return [try recording.exchange(body: Self.member("body", of: data))]
        }
        // A bare body, shown without the exchange around it.
        let isRefusal = (try JSONSerialization.jsonObject(with: data) as? [String: Any])?["ok"] as? Bool == false
        let response = HTTPResponse(status: isRefusal ? 400 : 200, body: Array(data))
        return [Exchange(method: "POST", target: "/" + expectation.endpoint, account: "@hark", response: response)]
    }

    private static func member(_ name: String, of data: Data) throws -> [UInt8] {
        guard let value = (try JSONSerialization.jsonObject(with: data) as? [String: Any])?[name] else { return [] }
        return Array(try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed]))
    }
}

/// The form in which one exchange with a server was written down.
private struct Recording: Decodable {
    struct Request: Decodable {
        var method: String
        var path: String
    }

    var request: Request
    var status: Int
    var headers: [String: String]

    func exchange(body: [UInt8]) -> Exchange {
        let fields = headers.map { HTTPField($0.key, $0.value) }
        return Exchange(
            method: request.method,
            target: request.path,
            account: "@hark",
            response: HTTPResponse(status: status, headers: fields, body: body)
        )
    }
}

/// The form in which a client library's tests keep their exchanges.
private struct Cassette: Decodable {
    struct Interaction: Decodable {
        struct Request: Decodable {
            var method: String
            var uri: String
            var headers: [String: [String]]

            /// The recordings hide the tokens but number their owners.
            var account: String {
                switch headers["Authorization"]?.first?.split(separator: "_").last {
                case "2": "@admin"
                case "3": "@mastodonpy_test_2"
                default: "@mastodonpy_test"
                }
            }
        }

        struct Response: Decodable {
            struct Body: Decodable {
                var string: String?
            }

            struct Status: Decodable {
                var code: Int
            }

            var body: Body
            var headers: [String: [String]]
            var status: Status
        }

        var request: Request
        var response: Response

        var exchange: Exchange {
            let afterScheme = request.uri.split(separator: "//", maxSplits: 1).last ?? ""
            let fields = response.headers.flatMap { name, values in values.map { HTTPField(name, $0) } }
            let body = Array((response.body.string ?? "").utf8)
            return Exchange(
                method: request.method,
                target: String(afterScheme.drop { $0 != "/" }),
                account: request.account,
                response: HTTPResponse(status: response.status.code, headers: fields, body: body)
            )
        }
    }

    var interactions: [Interaction]
}

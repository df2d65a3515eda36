import Crypto
import Foundation
import HarkCore
import HarkTesting

/// Calls over the wire.
extension LiveHark {
    /// One exchange with the service; `as` sends that role's key.
    func call(
        _ method: String,
        _ path: String,
        as role: Role? = nil,
        headers: [HTTPField] = [],
        body: [UInt8] = []
    ) async throws -> HTTPResponse {
        var headers = headers
        if let role, let key = keys[role] { headers.append(HTTPField("Authorization", "Bearer \(key)")) }
        return try await transport.send(
            HTTPRequest(
                method: method,
                url: "http://127.0.0.1:\(port)\(path)",
                headers: headers,
                body: body,
                timeout: .seconds(20)
            )
        )
    }

    /// The same with a text as body.
    func call(
        _ method: String,
        _ path: String,
        as role: Role? = nil,
        headers: [HTTPField] = [],
        json: String
    ) async throws -> HTTPResponse {
        try await call(method, path, as: role, headers: headers, body: Array(json.utf8))
    }

    /// A webhook signed with the channel's secret.
    func deliver(_ body: String, to endpoint: String = "wire", secret: String = "app secret") async throws
        -> HTTPResponse
    {
        let bytes = Array(body.utf8)
        let headers = [HTTPField(WireConnector.signatureHeader, Self.sign(bytes, secret))]
        return try await call("POST", "/webhooks/\(endpoint)", headers: headers, body: bytes)
    }

    static func sign(_ body: [UInt8], _ secret: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: body, using: SymmetricKey(data: Array(secret.utf8)))
        return "sha256=" + code.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// A conversation with one message of a customer, on the toy network.
    func conversation(_ text: String = "hello", from author: String = "kim") async throws -> Int64 {
        let intake = Intake(store: store, running: running, clock: clock)
        _ = try await intake.take(.toy([.message(.direct("m-\(author)", from: author, text, at: clock.now))]))
        let rows = try await store.conversations(matching: .all, after: nil, limit: 100, now: clock.now)
        return rows.map(\.id.rawValue).max() ?? 0
    }
}

/// What a problem says.
struct ProblemView: Decodable {
    var type: String
    var title: String
    var status: Int
    var detail: String
    var code: String
    var problems: [Failure.Problem]?
    var requestID: String

    private enum CodingKeys: String, CodingKey {
        case type, title, status, detail, code, problems
        case requestID = "request_id"
    }
}

extension HTTPResponse {
    /// The body as JSON.
    func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(body))
    }

    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as a problem; nil when it is none.
    var problem: ProblemView? {
        header("content-type")?.hasPrefix("application/problem+json") == true ? try? json(ProblemView.self) : nil
    }
}

/// A list without pages.
struct ListView<Element: Decodable>: Decodable {
    var data: [Element]
}

extension LiveHark {
    /// Waits until the event log has grown, or a moment has passed in which it did not.
    func events(after seen: Int64) async {
        _ = try? await transport.send(
            HTTPRequest(
                url: "http://127.0.0.1:\(port)/api/v1/events/stream?after=\(seen)",
                headers: [HTTPField("Authorization", "Bearer \(keys[.agent] ?? "")")],
                timeout: Span(milliseconds: 100)
            )
        )
    }
}

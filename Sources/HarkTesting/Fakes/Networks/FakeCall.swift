import Hummingbird
import NIOCore
import HarkCore

/// A request as a fake provider sees it.
public struct FakeCall: Sendable {
    /// The method, upper case.
    public var method: String
    /// The path.
    public var path: String
    /// The query's first values.
    public var query: [String: String]
    /// Header fields by lower-case name.
    public var headers: [String: String]
    /// The body.
    public var body: String

    init(_ request: Request, body: String) {
        method = request.method.rawValue
        path = request.uri.path
        query = [:]
        for (name, value) in request.uri.queryParameters where query[String(name)] == nil {
            query[String(name)] = String(value)
        }
        headers = [:]
        for field in request.headers { headers[field.name.rawName.lowercased()] = field.value }
        self.body = body
    }
}

/// What a fake provider answers.
public struct FakeAnswer: Sendable, Hashable {
    /// The status.
    public var status: Int
    /// Header fields.
    public var headers: [String: String]
    /// The body.
    public var body: String

    /// An answer.
    public init(status: Int = 200, headers: [String: String] = [:], body: String = "") {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The answer on the wire, with the time the provider thinks it is.
    func response(date: Instant?) -> Response {
        var response = Response(
            status: .init(code: status),
            headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(string: body))
        )
        for (name, value) in headers {
            if let name = HTTPFields.Key(name) { response.headers[name] = value }
        }
        if let date { response.headers[.date] = Self.http(date) }
        return response
    }

    /// An instant as HTTP writes it.
    private static func http(_ instant: Instant) -> String {
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let text = instant.description
        let parts = text.prefix(10).split(separator: "-")
        let month = months[(Int(parts[1]) ?? 1) - 1]
        let day = days[Int(instant.milliseconds / 86_400_000 % 7)]
        return "\(day), \(parts[2]) \(month) \(parts[0]) \(text.dropFirst(11).prefix(8)) GMT"
    }

    /// The first half of the answer, and then the end of the connection.
    var torn: Response {
        let half = ByteBuffer(string: String(body.prefix(body.count / 2)))
        return Response(
            status: .ok,
            headers: [.contentType: "application/json", .contentLength: String(body.utf8.count + 100)],
            body: .init { writer in
                try await writer.write(half)
                throw Torn()
            }
        )
    }

    private struct Torn: Error {}
}

import HarkCore
import Hummingbird

/// An error as RFC 9457 has it: `application/problem+json`.
struct Problem: Error, Sendable, Encodable {
    /// `urn:hark:problem:` and the code: stable, and not a link that could rot.
    var type: String
    var title: String
    var status: Int
    var detail: String
    /// What programs decide by.
    var code: Failure.Code
    var problems: [Failure.Problem]?
    /// Finds the request in the log.
    var requestID: String
    /// Header fields that belong to the error.
    var headers: HTTPFields = [:]

    private enum CodingKeys: String, CodingKey {
        case type, title, status, detail, code, problems
        case requestID = "request_id"
    }

    init(_ failure: Failure, requestID: String) {
        let entry = failure.code.entry
        type = "urn:hark:problem:\(failure.code.rawValue)"
        title = entry.title
        status = entry.status
        detail = failure.code == .internalError || failure.code == .storage ? entry.generic : failure.message
        code = failure.code
        problems = failure.problems.isEmpty ? nil : failure.problems
        self.requestID = requestID
        if status == 401, failure.code == .unauthorised { headers[.wwwAuthenticate] = "Bearer realm=\"hark\"" }
        if status == 503 { headers[.retryAfter] = "5" }
    }

    /// The path exists, the method does not.
    static func methodNotAllowed(_ allowed: [String], requestID: String) -> Problem {
        let list = allowed.joined(separator: ", ")
        var problem = Problem(Failure(.badRequest, "this address answers \(list) only"), requestID: requestID)
        problem.title = "Method not allowed"
        problem.status = 405
        problem.headers[.allow] = list
        return problem
    }

    func response() -> Response {
        var response = JSONBody.response(self, status: .init(code: status))
        response.headers[.contentType] = "application/problem+json; charset=utf-8"
        for field in headers { response.headers[field.name] = field.value }
        return response
    }
}

/// The one table from a failure's code to what HTTP says of it.
extension Failure.Code {
    fileprivate struct Entry {
        var status: Int
        var title: String
        /// What an outsider is told where the message is for the operator.
        var generic = "something went wrong here; the log has more under this request id"
    }

    fileprivate var entry: Entry {
        switch self {
        case .badRequest: Entry(status: 400, title: "Bad request")
        case .badQuery: Entry(status: 400, title: "The query cannot be read")
        case .unauthorised: Entry(status: 401, title: "A valid key is needed")
        case .forbidden: Entry(status: 403, title: "The key may not do this")
        case .notFound: Entry(status: 404, title: "Not found")
        case .conflict: Entry(status: 409, title: "It has changed meanwhile")
        case .tooLarge: Entry(status: 413, title: "Too large")
        case .unprocessable: Entry(status: 422, title: "This makes no sense here")
        case .textTooLong: Entry(status: 422, title: "The text is too long")
        case .replyWindowClosed: Entry(status: 422, title: "The network accepts no reply any more")
        case .badSignature: Entry(status: 401, title: "The signature proves nothing")
        case .staleTimestamp: Entry(status: 401, title: "The signature is out of date")
        case .unknownChannel: Entry(status: 404, title: "No such channel")
        case .badConfiguration: Entry(status: 500, title: "The configuration is wrong")
        case .provider: Entry(status: 502, title: "The provider refused")
        case .storage:
            Entry(status: 503, title: "Nothing can be stored", generic: "nothing was stored; try again in a moment")
        case .unavailable: Entry(status: 503, title: "Not available")
        case .unreachable: Entry(status: 502, title: "Not reachable")
        case .internalError: Entry(status: 500, title: "Internal error")
        }
    }
}

import Foundation
import HarkCore

/// The body of a refusal: problem+json (RFC 9457).
struct Problem: Decodable {
    var title: String?
    var detail: String?
    var code: String?
    var problems: [Failure.Problem]?

    /// What a refusing answer says, by its own code; without one, by its status.
    static func failure(in response: HTTPResponse) -> Failure {
        let problem = try? JSONDecoder().decode(Problem.self, from: Data(response.body))
        let code = problem?.code.flatMap(Failure.Code.init) ?? code(for: response.status)
        let message = problem?.detail ?? problem?.title ?? silence(response.status)
        return Failure(code, message, problems: problem?.problems ?? [])
    }

    private static func silence(_ status: Int) -> String {
        "the server answered \(status) without saying why; look into its log, or check that the address is Hark's own"
    }

    private static func code(for status: Int) -> Failure.Code {
        switch status {
        case 401: .unauthorised
        case 403: .forbidden
        case 404: .notFound
        case 409: .conflict
        case 413: .tooLarge
        case 422: .unprocessable
        case 400..<500: .badRequest
        case 502, 503, 504: .unavailable
        default: .internalError
        }
    }
}

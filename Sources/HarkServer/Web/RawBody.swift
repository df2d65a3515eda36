import HarkCore
import Hummingbird
import NIOCore

/// A request's body as bytes, never more than a limit of them.
enum RawBody {
    /// Reads the body. Throws `tooLarge` as soon as the limit is passed, whether or not a length was announced.
    static func collect(_ request: Request, limit: Int) async throws -> [UInt8] {
        let failure = Failure(.tooLarge, "the body is larger than \(limit) bytes")
        if let announced = request.headers[.contentLength].flatMap({ Int($0) }), announced > limit { throw failure }
        do {
            return Array(buffer: try await request.body.collect(upTo: limit))
        } catch is NIOTooManyBytesError {
            throw failure
        }
    }
}

import HarkCore
import Hummingbird
import NIOCore

/// A request's body as bytes, never more than a limit of them.
enum RawBody {
    /// How many times the limit is read, and dropped, from a sender who sends too much: most write everything before they
    /// read the answer, and would wait for nothing.
    static let patience = 4

    /// Reads the body. Throws `tooLarge` when the limit is passed, whether or not a length was announced.
    static func collect(_ request: Request, limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        var count = 0
        for try await part in request.body {
            count += part.readableBytes
            if count > limit * patience { break }
            if count <= limit { bytes += part.readableBytesView } else { bytes = [] }
        }
        guard count <= limit else { throw Failure(.tooLarge, "the body is larger than \(limit) bytes") }
        return bytes
    }
}

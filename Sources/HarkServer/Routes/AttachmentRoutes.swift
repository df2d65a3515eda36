import Foundation
import HTTPTypes
import HarkCore
import Hummingbird

/// What came with messages: `/api/v1/conversations/{id}/attachments/{number}`.
extension Doors {
    var attachments: [Endpoint] {
        [
            Endpoint(.get, "/api/v1/conversations/{id}/attachments/{number}", .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                guard let number = scope.parameters.get("number").flatMap({ Int($0) }) else {
                    throw Failure(.notFound, "attachments are counted from 1")
                }
                let content = try await desk(of: scope).attachment(number, of: .init(try scope.number()))
                return Self.download(content)
            }
        ]
    }

    /// A stranger's bytes, for saving only: no browser may take them for a page of ours. What they are is told in a field
    /// of its own, in JSON and base64, because names hold anything.
    private static func download(_ content: AttachmentContent) -> Response {
        let facts = (try? JSONEncoder().encode(content.attachment))?.base64EncodedString() ?? ""
        var fields: HTTPFields = [
            .contentType: "application/octet-stream", .contentDisposition: "attachment",
            .xContentTypeOptions: "nosniff", .contentLength: String(content.bytes.count),
        ]
        if let name = HTTPField.Name("Hark-Attachment") { fields[name] = facts }
        return Response(status: .ok, headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: content.bytes)))
    }
}

import Foundation
public import HarkCore

extension RemoteDesk {
    /// The bytes of a conversation's attachment.
    public func attachment(_ number: Int, of id: Conversation.ID) async throws -> AttachmentContent {
        var request = api.request("GET", ["conversations", id.description, "attachments", String(number)])
        request.timeout = API.Patience.slow.span
        let response = try await api.bytes(request)
        let described = response.header("hark-attachment").flatMap { Data(base64Encoded: $0) }
        guard let described, let attachment = try? JSONDecoder().decode(Attachment.self, from: described) else {
            throw Failure(.internalError, "the server did not say what the attachment is; update the older of the two")
        }
        return AttachmentContent(attachment: attachment, bytes: response.body)
    }
}

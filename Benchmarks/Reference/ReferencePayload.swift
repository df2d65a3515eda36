import Foundation
import NIOCore

/// What of a webhook becomes rows.
struct ReferenceRow: Sendable {
    var person: String
    var messageID: String
    var text: String
    var saidAt: Int64
    var attachments: String
    var body: Data
}

/// The provider's payload as far as it is stored.
struct ReferencePayload: Decodable {
    struct Entry: Decodable { var messaging: [Messaging] }
    struct Messaging: Decodable {
        var sender: Party
        var timestamp: Int64
        var message: Message?
    }
    struct Party: Decodable { var id: String }
    struct Message: Decodable {
        var mid: String
        var text: String?
        var attachments: [Attachment]?
    }
    struct Attachment: Decodable { var payload: Place? }
    struct Place: Decodable { var url: String? }

    var entry: [Entry]

    /// The rows of a body.
    static func rows(_ body: ByteBuffer) throws -> [ReferenceRow] {
        let data = Data(body.readableBytesView)
        let payload = try JSONDecoder().decode(ReferencePayload.self, from: data)
        return payload.entry.flatMap(\.messaging).compactMap { messaging in
            messaging.message.map { message in
                ReferenceRow(
                    person: messaging.sender.id,
                    messageID: message.mid,
                    text: message.text ?? "",
                    saidAt: messaging.timestamp,
                    attachments: "[{\"kind\":\"image\",\"url\":\"\(message.attachments?.first?.payload?.url ?? "")\"}]",
                    body: data
                )
            }
        }
    }
}

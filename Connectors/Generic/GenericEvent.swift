import Foundation
import HarkCore

/// The envelope: what happened, when, and to what. `data` is read only for types that are known.
struct GenericEvent: Decodable {
    var type: String
    var timestamp: String?
    var message: GenericMessage?

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        type = try container.decode(String.self, forKey: .type)
        timestamp = try? container.decodeIfPresent(String.self, forKey: .timestamp)
        guard type.hasPrefix("message.") else { return }
        message = try container.decode(GenericMessage.self, forKey: .data)
    }

    private enum CodingKeys: String, CodingKey {
        case type
        case timestamp
        case data
    }

    /// Reads the raw bytes of one delivery.
    static func decode(_ body: [UInt8], network: Network) throws(DecodingFailure) -> Decoded {
        let event: GenericEvent
        do {
            event = try JSONDecoder().decode(GenericEvent.self, from: Data(body.mendedJSON))
        } catch let error as DecodingError {
            throw DecodingFailure(error.place)
        } catch {
            throw DecodingFailure("not JSON")
        }
        guard let message = event.message else { return Decoded(skipped: [event.type]) }
        guard let change = try event.change(of: message) else { return Decoded(skipped: [event.type]) }
        return Decoded(items: [Inbound(network: network, change: change)])
    }

    private func change(of message: GenericMessage) throws(DecodingFailure) -> Inbound.Change? {
        let time = try time(of: message)
        switch type {
        case "message.created":
            guard message.author != nil || message.isOwn else { throw DecodingFailure("data.author is missing") }
            guard let time else { throw DecodingFailure("data.sent_at is missing, and timestamp too") }
            let draft = message.draft(at: time)
            return message.isOwn ? .echo(draft) : .message(draft)
        case "message.updated":
            guard let time else { throw DecodingFailure("timestamp is missing") }
            return .edit(message.draft(at: time))
        case "message.deleted": return .delete(id: message.id.text, at: time)
        default: return nil
        }
    }

    /// A message is dated by `sent_at`; an edit or delete by when it happened.
    private func time(of message: GenericMessage) throws(DecodingFailure) -> Instant? {
        let texts = type == "message.created" ? [message.sentAt, timestamp] : [timestamp, message.sentAt]
        guard let text = texts.compactMap(\.self).first else { return nil }
        guard let instant = Instant(text) else {
            throw DecodingFailure("the time is not RFC 3339, such as 2026-11-22T09:30:00Z")
        }
        return instant
    }
}

extension DecodingError {
    /// What is wrong and where, without the sender's text.
    fileprivate var place: String {
        func path(_ context: Context) -> String { context.codingPath.map(\.stringValue).joined(separator: ".") }
        switch self {
        case .keyNotFound(let key, let context):
            return (context.codingPath + [key]).map(\.stringValue).joined(separator: ".") + " is missing"
        case .valueNotFound(_, let context): return path(context) + " is null"
        case .typeMismatch(let type, let context): return path(context) + " is not a \(type)"
        default: return "not JSON"
        }
    }
}

import Foundation
public import HarkCore

extension MatrixConnector: ReplyingConnector {
    private struct Message: Encodable {
        struct Relation: Encodable {
            struct Target: Encodable {
                var event_id: String
            }
            var rel_type: String?
            var event_id: String?
            var is_falling_back: Bool?
            var inReplyTo: Target

            private enum CodingKeys: String, CodingKey {
                case rel_type, event_id, is_falling_back
                case inReplyTo = "m.in_reply_to"
            }
        }
        struct Mentions: Encodable {
            var user_ids: [String]
        }
        var msgtype = "m.text"
        var body: String
        var mentions: Mentions
        var relation: Relation

        private enum CodingKeys: String, CodingKey {
            case msgtype, body
            case mentions = "m.mentions"
            case relation = "m.relates_to"
        }
    }

    /// A message in the same room, in the same thread where there is one. The transaction's id is ours: the same id gives
    /// the same event.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        let place = (reply.target.thread ?? "").split(separator: "|", maxSplits: 1).map(String.init)
        guard let room = place.first else { throw .rejected("the message names no room to answer in") }
        let root = place.count == 2 ? place[1] : nil
        let message = Message(
            body: reply.text,
            mentions: .init(user_ids: reply.target.author.map { [$0.id] } ?? []),
            relation: .init(
                rel_type: root.map { _ in "m.thread" },
                event_id: root,
                is_falling_back: root.map { _ in false },
                inReplyTo: .init(event_id: reply.target.messageID)
            )
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let body = try? encoder.encode(message) else { throw .rejected("the text cannot be written as JSON") }
        return try send([UInt8](body), to: room, as: reply.id, channel: channel)
    }

    func send(
        _ body: [UInt8],
        to room: String,
        as transaction: String,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        let path = "rooms/\(room.percentEncoded)/send/m.room.message/\(transaction.percentEncoded)"
        return try request("PUT", path, body: body, channel: channel)
    }

    /// The new event's id.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        struct Sent: Decodable {
            var event_id: String
        }
        guard let sent = try? JSONDecoder().decode(Sent.self, from: Data(response.body)) else {
            throw .unreadable("the server's answer is no event")
        }
        return Receipt(messageID: sent.event_id)
    }
}

import Foundation
public import HarkCore

extension MatrixConnector: ReplyingConnector {
    /// Who is called.
    struct Mentions: Encodable {
        var user_ids: [String] = []

        /// The author of what is answered.
        init(_ target: Outgoing.Target) { user_ids = target.author.map { [$0.id] } ?? [] }

        /// Nobody.
        init() {}
    }

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
            mentions: Mentions(reply.target),
            relation: .init(
                rel_type: root.map { _ in "m.thread" },
                event_id: root,
                is_falling_back: root.map { _ in false },
                inReplyTo: .init(event_id: reply.target.messageID)
            )
        )
        return try send(message, to: room, as: reply.id, channel: channel)
    }

    /// The request that puts an event into a room.
    func send(
        _ content: some Encodable,
        to room: String,
        as transaction: String,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        let path = "rooms/\(room.percentEncoded)/send/m.room.message/\(transaction.percentEncoded)"
        let request = try request("PUT", path, channel: channel)
        return try HTTPRequest(url: request.url, method: request.method, headers: request.headers, json: content)
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

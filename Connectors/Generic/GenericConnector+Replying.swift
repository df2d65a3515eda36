public import HarkCore

extension GenericConnector: ReplyingConnector {
    private struct Event: Encodable {
        struct Person: Encodable {
            var id: String
            var name: String?
            var handle: String?
        }
        struct Message: Encodable {
            var id: String
            var text: String
            var kind: String
            var isPrivate: Bool
            var parent: String
            var conversation: String?
            var recipient: Person?

            private enum CodingKeys: String, CodingKey {
                case id, text, kind
                case isPrivate = "private"
                case parent, conversation, recipient
            }
        }
        var type = "reply.created"
        var timestamp: String
        var data: Message
    }

    /// A signed webhook of ours. Its id is the same on every attempt.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        let target = reply.target
        let event = Event(
            timestamp: (reply.writtenAt ?? target.sentAt).description,
            data: Event.Message(
                id: reply.id,
                text: reply.text,
                kind: target.kind.rawValue,
                isPrivate: target.isPrivate,
                parent: target.messageID,
                conversation: target.thread,
                recipient: target.author.map { Event.Person(id: $0.id, name: $0.name, handle: $0.handle) }
            )
        )
        var request = try HTTPRequest(url: try Self.replyURL(channel), json: event)
        request.signing = .standardWebhooks(id: "msg_" + reply.id, key: try channel.secret("reply_key"))
        return request
    }

    /// The id the receiver gave the answer, where it names one; else ours.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        struct Taken: Decodable {
            @Tolerated var id: TextID?
        }
        return Receipt(messageID: (try? response.body.readJSON(Taken.self))?.id?.text ?? reply.id)
    }

    /// Where answers go: `https`, or `http` on this machine.
    static func replyURL(_ channel: Channel) throws(ConnectorFailure) -> String {
        guard let url = channel.settings["reply_url"], !url.isEmpty else {
            throw .misconfigured("channel \(channel.id) has no setting “reply_url”; answers have nowhere to go")
        }
        let slash = url.firstRange(of: "://").flatMap { url[$0.upperBound...].firstIndex { "/?#".contains($0) } }
        var origin = channel
        origin.server = slash.map { String(url[..<$0]) } ?? url
        _ = try origin.origin()
        return url
    }
}

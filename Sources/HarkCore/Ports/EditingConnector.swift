/// Gives what was sent another text. The same edit twice is one, because it says what the text is, so every attempt may be
/// repeated.
public protocol EditingConnector: ReplyingConnector {
    /// The request that changes a message of ours. Called again with the same ``OutgoingEdit/id`` on a retry.
    func request(for edit: OutgoingEdit, channel: Channel) throws(ConnectorFailure) -> HTTPRequest
}

/// Another text for a reply that has left, on its way out.
public struct OutgoingEdit: Sendable, Hashable, Codable {
    /// Ours: the same on every attempt.
    public var id: String
    /// The network's id of the reply.
    public var messageID: String
    /// The text it has from now on.
    public var text: String
    /// The message it answers.
    public var target: Outgoing.Target

    /// Another text for a reply that has left.
    public init(id: String, messageID: String, text: String, target: Outgoing.Target) {
        self.id = id
        self.messageID = messageID
        self.text = text
        self.target = target
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case messageID = "message_id"
        case text
        case target
    }
}

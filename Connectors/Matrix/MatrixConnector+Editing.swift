public import HarkCore

extension MatrixConnector: EditingConnector {
    private struct Replacement: Encodable {
        struct Content: Encodable {
            var msgtype = "m.text"
            var body: String
            var mentions: Mentions

            private enum CodingKeys: String, CodingKey {
                case msgtype, body
                case mentions = "m.mentions"
            }
        }
        struct Relation: Encodable {
            var rel_type = "m.replace"
            var event_id: String
        }
        var msgtype = "m.text"
        /// For clients that know no edits.
        var body: String
        /// Nobody is called a second time.
        var mentions = Mentions()
        var content: Content
        var relation: Relation

        private enum CodingKeys: String, CodingKey {
            case msgtype, body
            case mentions = "m.mentions"
            case content = "m.new_content"
            case relation = "m.relates_to"
        }
    }

    /// An event that replaces ours; its place in a thread stays.
    public func request(for edit: OutgoingEdit, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        guard let room = (edit.target.thread ?? "").split(separator: "|").first.map(String.init) else {
            throw .rejected("the message names no room to change it in")
        }
        let replacement = Replacement(
            body: "* " + edit.text,
            content: .init(body: edit.text, mentions: Mentions(edit.target)),
            relation: .init(event_id: edit.messageID)
        )
        return try send(replacement, to: room, as: edit.id, channel: channel)
    }
}

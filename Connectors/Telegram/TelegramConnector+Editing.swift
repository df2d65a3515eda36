public import HarkCore

extension TelegramConnector: EditingConnector {
    private struct EditMessageText: Encodable {
        var chat_id: Int64
        var message_id: Int64
        var text: String
        var business_connection_id: String?
    }

    /// Another text for a message of the bot's. What was sent with a file has a caption instead, which stays.
    public func request(for edit: OutgoingEdit, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        guard let address = TelegramAddress(edit.messageID), let chat = Int64(address.chat),
            let message = Int64(address.message)
        else { throw .rejected("“\(edit.messageID)” is no message of this network") }
        return try HTTPRequest(
            url: try Self.base(of: channel) + "editMessageText",
            json: EditMessageText(
                chat_id: chat,
                message_id: message,
                text: edit.text,
                business_connection_id: address.connection
            )
        )
    }
}

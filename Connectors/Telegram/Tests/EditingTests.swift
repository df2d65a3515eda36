import HarkCore
import HarkTelegram
import Testing

@Suite struct EditingOnTelegram {
    private let channel = Channel(
        id: .init("bot"),
        network: Network("telegram"),
        account: "acme_bot",
        secrets: ["token": Secret("123456:abc")]
    )

    private func edit(_ id: String) -> OutgoingEdit {
        OutgoingEdit(
            id: "e",
            messageID: id,
            text: "new",
            target: .init(
                messageID: "-5:6",
                kind: .chat,
                isPrivate: false,
                visibility: nil,
                thread: nil,
                author: nil,
                sentAt: Instant(seconds: 0)
            )
        )
    }

    @Test func ourMessageIsNamedNotTheCustomers() throws {
        let request = try TelegramConnector().request(for: edit("-5:7@b1"), channel: channel)
        #expect(request.url.hasSuffix("/editMessageText"))
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"business_connection_id":"b1","chat_id":-5,"message_id":7,"text":"new"}"#
        )
        #expect(throws: ConnectorFailure.self) { try TelegramConnector().request(for: edit("x"), channel: channel) }
    }

    @Test func anEditThatHadArrivedAlreadyIsNoFailure() {
        let body = #"{"ok":false,"error_code":400,"description":"Bad Request: message is not modified: specified new"}"#
        let answer = HTTPResponse(status: 400, body: Array(body.utf8))
        #expect(TelegramConnector().failure(in: answer, channel: channel, now: Instant(seconds: 0)) == nil)
    }
}

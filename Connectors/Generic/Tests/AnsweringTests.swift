import Foundation
import HarkCore
import HarkGeneric
import Testing

/// Answers leave as signed webhooks.
struct AnsweringTests {
    private let generic = GenericConnector()
    private let key = Secret("whsec_" + String(repeating: "A", count: 32))

    private func channel(_ url: String?) -> Channel {
        Channel(
            id: Channel.ID("form"),
            network: Network("standard-webhooks"),
            account: "form",
            settings: url.map { ["reply_url": $0] } ?? [:],
            secrets: ["secret": key, "reply_key": key]
        )
    }

    private let reply = Outgoing(
        id: "out-1",
        text: "Sent today",
        target: .init(
            messageID: "form-1",
            kind: .direct,
            isPrivate: true,
            visibility: nil,
            thread: "ticket-7",
            author: Author(id: "ana", name: "Ana"),
            sentAt: Instant(seconds: 1)
        ),
        writtenAt: Instant(seconds: 1_700_000_000)
    )

    @Test func anAnswerSaysWhatItAnswersAndAsksForASignature() throws {
        let request = try generic.request(for: reply, channel: channel("https://forms.example/hark?x=1"))
        #expect(request.method == "POST" && request.url == "https://forms.example/hark?x=1")
        #expect(request.signing == .standardWebhooks(id: "msg_out-1", key: key))
        let body = String(decoding: request.body, as: UTF8.self)
        for part in [
            #""type":"reply.created""#, #""text":"Sent today""#, #""parent":"form-1""#, #""conversation":"ticket-7""#,
            #""recipient":{"id":"ana","name":"Ana"}"#, #""timestamp":"2023-11-14T22:13:20.000Z""#,
        ] { #expect(body.contains(part), "\(part) in \(body)") }
    }

    @Test(arguments: [nil, "", "http://forms.example/x", "ftp://x", "forms.example"] as [String?])
    func anAnswerGoesNowhereElse(_ url: String?) {
        #expect(throws: ConnectorFailure.self) { try generic.request(for: reply, channel: channel(url)) }
    }

    @Test func theReceiverMayNameTheMessage() throws {
        let named = HTTPResponse(status: 200, body: Array(#"{"id":99}"#.utf8))
        #expect(try generic.receipt(named, for: reply, channel: channel(nil)).messageID == "99")
        #expect(try generic.receipt(HTTPResponse(status: 204), for: reply, channel: channel(nil)).messageID == "out-1")
    }
}

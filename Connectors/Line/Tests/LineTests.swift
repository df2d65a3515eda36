import Foundation
import HarkCore
import HarkLine
import Testing

struct LineTests {
    static let channel = Channel(
        id: Channel.ID("acme-line"),
        network: Network("line"),
        account: "U1",
        secrets: ["token": Secret("t0ken"), "channel_secret": Secret("s")]
    )

    func decode(_ events: String) throws -> Decoded {
        try LineConnector().decode(
            Array(#"{"destination":"U1","events":[\#(events)]}"#.utf8),
            headers: [],
            channel: Self.channel
        )
    }

    @Test func aPersonsMessageBelongsToThePersonAndAGroupsToTheGroup() throws {
        let decoded = try decode(
            #"""
            {"type":"message","timestamp":1700000000000,"source":{"type":"user","userId":"U9"},"message":{"id":7,"type":"text","text":"hi"}},
            {"type":"message","timestamp":"1700000000001","source":{"type":"group","groupId":"C1"},"message":{"id":"8","type":"image"}}
            """#
        )
        #expect(decoded.malformed.isEmpty)
        let drafts = decoded.items.compactMap { if case .message(let draft) = $0.change { draft } else { nil } }
        #expect(drafts.map(\.id) == ["7", "8"])
        #expect(drafts.map(\.conversation) == [.person("U9"), .thread("C1")])
        #expect(drafts.map(\.kind) == [.direct, .chat])
        #expect(drafts[1].attachments.map(\.reference) == ["8"] && drafts[1].author == nil)
    }

    @Test func oneBrokenEventCostsNoOther() throws {
        let decoded = try decode(
            #"7, {"type":"message"}, {"type":"follow"}, {"type":"unsend","timestamp":1,"unsend":{"messageId":"5"}}"#
        )
        #expect(decoded.malformed.count == 2 && decoded.skipped == ["follow"])
        #expect(decoded.items.map(\.change) == [.delete(id: "5", at: Instant(milliseconds: 1000))])
    }

    @Test func aPressOfOldAndAMessageFromAnUnknownKindOfPlaceAreKept() throws {
        let decoded = try decode(
            #"""
            {"type":"postback","timestamp":1700000000000,"source":{"userId":"U9"},"postback":{"data":"buy"}},
            {"type":"message","timestamp":1700000000000,"source":{"type":"tomorrow"},"message":{"id":"7","type":"hologram"}}
            """#
        )
        let drafts = decoded.items.compactMap { if case .message(let draft) = $0.change { draft } else { nil } }
        #expect(drafts.map(\.id) == ["postback:U9:1700000000000:buy", "7"])
        #expect(drafts.last?.author == nil && drafts.last?.isUnsupported == true)
    }

    @Test func theConsolesTestCallHasNoEvents() throws {
        #expect(try decode("") == Decoded())
    }

    @Test func anAnswerIsAPushWithARetryKey() throws {
        let reply = Outgoing(
            id: "0123456789abcdef0123456789abcdef",
            text: "Grüße",
            target: .init(
                messageID: "7",
                kind: .direct,
                isPrivate: true,
                visibility: nil,
                thread: "U9",
                author: Author(id: "U9"),
                sentAt: Instant(seconds: 1)
            )
        )
        let request = try LineConnector().request(for: reply, channel: Self.channel)
        #expect(request.url == "https://api.line.me/v2/bot/message/push")
        #expect(request.headers.value(of: "X-Line-Retry-Key") == "01234567-89ab-cdef-0123-456789abcdef")
        #expect(
            String(decoding: request.body, as: UTF8.self) == #"{"messages":[{"text":"Grüße","type":"text"}],"to":"U9"}"#
        )
        let again = HTTPResponse(status: 409, headers: [HTTPField("x-line-accepted-request-id", "r1")])
        #expect(LineConnector().failure(in: again, channel: Self.channel, now: Instant(seconds: 1)) == nil)
        #expect(try LineConnector().receipt(again, for: reply, channel: Self.channel).messageID == "request:r1")
    }

    @Test func aFullQuotaIsNoRateLimit() {
        let body = Array(#"{"message":"You have reached your monthly limit."}"#.utf8)
        let failure = LineConnector().failure(
            in: HTTPResponse(status: 429, body: body),
            channel: Self.channel,
            now: Instant(seconds: 1)
        )
        guard case .forbidden = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }
}

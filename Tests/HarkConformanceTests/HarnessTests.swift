@testable import HarkConformance
import HarkCore
import Testing

/// The judge is judged: a reading that is wrong in any one field must be complained about.
struct HarnessTests {
    private let right = Draft(
        id: "1",
        kind: .direct,
        isPrivate: true,
        author: Author(id: "ana"),
        text: "Hello  there",
        thread: "us/ana",
        conversation: .person("ana"),
        sentAt: Instant(seconds: 1)
    )

    private let expected = Expectation([
        "items": .list([
            .object([
                "is": .text("message"), "kind": .text("direct"), "id": .text("1"), "author": .text("ana"),
                "text": .text("Hello there"), "private": .bool(true), "thread": .text("us/ana"), "parent": .null,
                "attachments": .int(0), "threadAny": .list([.text("ana")]),
            ])
        ])
    ])

    private func verdict(_ changes: [Inbound.Change]) -> Verdict {
        let items = changes.map { Inbound(network: Network("x"), change: $0) }
        let feeding = Feeding(label: "", expected: expected.items, decoded: .success(Decoded(items: items)))
        return Verdict([feeding], of: expected)
    }

    @Test func aRightReadingPasses() {
        var alternative = right
        alternative.thread = "ana"
        #expect(verdict([.message(right)]).complaints.isEmpty)
        #expect(verdict([.message(alternative)]).complaints.isEmpty)
        #expect(verdict([.message(right)]).found == 1)
    }

    @Test func eachFieldCounts() {
        let spoiled: [(String, (inout Draft) -> Void)] = [
            ("id", { $0.id = "2" }),
            ("kind", { $0.kind = .chat }),
            ("author", { $0.author = nil }),
            ("text", { $0.text = "Hello" }),
            ("private", { $0.isPrivate = false }),
            ("thread", { $0.thread = nil }),
            ("parent", { $0.parent = "0" }),
            ("attachments", { $0.attachments = [Attachment(kind: .image)] }),
        ]
        for (field, spoil) in spoiled {
            var wrong = right
            spoil(&wrong)
            let complaints = verdict([.message(wrong)]).complaints
            #expect(complaints.count == 1, "\(field)")
            #expect(complaints.first?.contains("\(field): expected") == true, "\(field)")
        }
    }

    @Test func anotherReadingAMissingItemAndAnExtraOneAreComplainedAbout() {
        #expect(verdict([.echo(right)]).complaints.count == 1)
        #expect(verdict([]).complaints.count == 1)
        #expect(verdict([.message(right), .message(right)]).complaints.count == 1)
    }

    @Test func whatCannotBeReadIsCounted() {
        let broken = Feeding(label: "", expected: expected.items, decoded: .failure(DecodingFailure("no JSON")))
        #expect(Verdict([broken], of: expected).undecoded == 1)
        let partly = Feeding(label: "", expected: [], decoded: .success(Decoded(malformed: ["x"])))
        #expect(Verdict([partly], of: expected).undecoded == 1)
    }

    /// Bodies of which nobody wrote down what was called, and the surface that their shape tells.
    @Test(
        arguments: [
            ("matrix", #"{"next_batch":"s1"}"#, "sync"), ("matrix", #"{"next_batch":"s1","rooms":[]}"#, nil),
            ("reddit", #"{"kind":"Listing","data":{"children":[{"kind":"t4","data":{}}]}}"#, "inbox"),
            ("reddit", #"{"kind":"Listing","data":{"children":[{"kind":"t5","data":{}}]}}"#, nil),
            ("mastodon", #"[{"id":"1","type":"mention","account":{}}]"#, "notifications"),
            ("x", #"{"data":[{"id":"1","text":"a"}],"meta":{}}"#, "mentions"),
            ("x", #"{"data":[{"id":"1","event_type":"MessageCreate"}]}"#, "messages"),
            ("x", #"{"data":[{"id":"1","username":"ana"}]}"#, nil),
            ("discord", #"[{"id":"1","author":{}}]"#, "channel:1"), ("bluesky", #"{"logs":[]}"#, "chat"),
        ] as [(String, String, String?)]
    )
    func aBodyNobodyNamesIsTriedByItsShape(network: String, body: String, feed: String?) throws {
        let row = try #require(Row.all.first { $0.network == network })
        let piece = Piece(file: "\(network)/a/b.json", shape: "api", exchange: Exchange(body: Array(body.utf8)))
        switch row.route(piece) {
        case .feed(let name): #expect(name == feed)
        default: #expect(feed == nil)
        }
    }

    @Test func aCallTheOracleNamesIsRoutedAsARecordedOne() throws {
        let row = try #require(Row.all.first { $0.network == "reddit" })
        var piece = Piece(file: "reddit/a/b.json", shape: "api", exchange: Exchange(body: Array("{}".utf8)))
        piece.endpoint = "GET /message/unread?limit=100"
        guard case .feed("inbox") = row.route(piece) else {
            Issue.record("not read as the inbox")
            return
        }
        piece.endpoint = "POST /api/comment"
        guard case .answer = row.route(piece) else {
            Issue.record("an answer to a call of ours was read as a page")
            return
        }
    }

    @Test func aWrongConclusionFromAnErrorIsSeen() {
        let wanted = Conclusion.all(in: .text("call 6: 422 validation error, permanent; call 7: 404 not found"))
        #expect(wanted.map(\.call) == [6, 7])
        #expect(wanted[0].agrees(with: .rejected("")))
        #expect(!wanted[0].agrees(with: .unavailable("")))
        #expect(!wanted[1].agrees(with: nil))
    }
}

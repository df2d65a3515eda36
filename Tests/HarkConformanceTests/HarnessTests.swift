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

    @Test func aWrongConclusionFromAnErrorIsSeen() {
        let wanted = Conclusion.all(in: .text("call 6: 422 validation error, permanent; call 7: 404 not found"))
        #expect(wanted.map(\.call) == [6, 7])
        #expect(wanted[0].agrees(with: .rejected("")))
        #expect(!wanted[0].agrees(with: .unavailable("")))
        #expect(!wanted[1].agrees(with: nil))
    }
}

import HarkCore
import HarkSQLite
import HarkTesting
import Testing

/// What is written by hand comes back by the general decoder, whatever stands in it.
struct JSONColumnTests {
    @Test func judgementsComeBackAsTheyWere() async throws {
        let folder = try ScratchFolder()
        let store = try SQLiteStore(path: folder.path("hark.sqlite"))
        let hostile = "a\"b\\c\u{0}\u{1F}\n\t\u{7F}\u{2028}😀/ö"
        let triage = Triage(
            language: .german,
            sentiment: Sentiment(score: -345, label: .negative),
            urgency: Urgency(score: 77),
            topics: [hostile, "invoice"],
            evidence: EvidenceList(
                Evidence.Aspect.allCases.flatMap { aspect in
                    [
                        Evidence(aspect: aspect, term: hostile, source: "x.tsv:1", weight: -5),
                        Evidence(
                            aspect: aspect,
                            term: "t",
                            group: hostile,
                            source: "x.tsv:2",
                            span: TextSpan(start: 3, length: 14),
                            weight: 12,
                            rule: "negated"
                        ),
                    ]
                }
            ),
            fingerprint: "f"
        )
        let routing = RoutingDecision(
            team: hostile,
            tags: ["a", hostile],
            urgencyShift: -20,
            matches: [.init(rule: "r", condition: hostile, source: "rules.yaml:3", outcome: "team x; stop")]
        )
        let now = Instant(seconds: 1_800_000_000)
        var filing = RandomDesk.filing(subject(now))
        filing.conversations[0].tags = [hostile]
        filing.triage = [.init(message: filing.messages[0].id, triage: triage, routing: routing)]
        filing.events = [
            Event(at: now, kind: .noteAdded, conversation: .init(1), actor: .hark, data: [hostile: hostile, "b": ""])
        ]
        let written = filing
        try await store.write { try $0.apply(written) }
        let file = try #require(try await store.file(of: .init(1)))
        #expect(file.triage == written.triage)
        #expect(file.conversation.tags == [hostile])
        #expect(file.events.map(\.data) == written.events.map(\.data))
    }

    private func subject(_ now: Instant) -> QuerySubject {
        var random = SeededGenerator(seed: 7)
        return RandomDesk.subject(number: 1, now: now, using: &random)
    }
}

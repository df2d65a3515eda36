import HarkCore

/// Why that conversation is where it is.
extension Sample {
    static let explanation = Explanation(
        conversation: inbox.data[0],
        messages: [
            .init(
                id: 1,
                text: messages[0].text,
                triage: Triage(
                    language: .english,
                    sentiment: Sentiment(score: -640, label: .negative),
                    urgency: Urgency(score: 62),
                    topics: ["outage", "refund"],
                    evidence: [
                        Evidence(
                            aspect: .language,
                            term: "the",
                            source: "language.tsv:12",
                            span: TextSpan(start: 20, length: 3),
                            weight: 120
                        ),
                        Evidence(
                            aspect: .sentiment,
                            term: "nothing works",
                            group: "fault",
                            source: "sentiment.tsv:40",
                            span: TextSpan(start: 0, length: 13),
                            weight: -640,
                            rule: "capitals"
                        ),
                        Evidence(
                            aspect: .urgency,
                            term: "money back",
                            group: "refund",
                            source: "urgency.tsv:41",
                            span: TextSpan(start: 42, length: 10),
                            weight: 42
                        ),
                        Evidence(aspect: .urgency, term: "third message", source: "urgency.tsv:3", weight: 20),
                        Evidence(
                            aspect: .topic,
                            term: "money back",
                            group: "refund",
                            source: "topics.tsv:7",
                            span: TextSpan(start: 42, length: 10),
                            weight: 1
                        ),
                    ],
                    fingerprint: "k3-9f2c"
                ),
                routing: RoutingDecision(
                    team: "support",
                    tags: ["outage"],
                    urgencyShift: 20,
                    matches: [
                        .init(
                            rule: "outages",
                            condition: "topic:outage urgency>=high",
                            source: "rules.yaml:12",
                            outcome: "team support, tag outage, urgency +20; stop"
                        )
                    ]
                )
            )
        ],
        clocks: clocks
    )
}

import HarkCore

/// Why a conversation is where it is: every judgement with its evidence.
enum ExplanationPage {
    static func render(_ explanation: Explanation, style: Style, now: Instant) -> String {
        guard style.isTerminal else { return ExplanationRecords.render(explanation) }
        var page = Page(style)
        SummaryHead.add(explanation.conversation, to: &page)
        ClockLines.add(explanation.clocks, to: &page, now: now)
        for message in explanation.messages {
            page.gap()
            page.line([.init("message \(message.id)", .strong)])
            page.block(message.text, margin: "    ")
            add(message.triage, of: message.text, to: &page)
            add(message.routing, to: &page)
        }
        return page.text
    }

    private static func add(_ triage: Triage, of text: String, to page: inout Page) {
        let topics = triage.topics.isEmpty ? "no topic" : triage.topics.joined(separator: ", ")
        add(.language, triage.language.rawValue, .plain, triage, text, to: &page)
        add(
            .sentiment,
            triage.sentiment.label.rawValue + " " + Weights.thousandths(triage.sentiment.score),
            triage.sentiment.label.tone,
            triage,
            text,
            to: &page
        )
        let level = triage.urgency.level
        add(.urgency, "\(level.rawValue) \(triage.urgency.score)", level.tone, triage, text, to: &page)
        add(.topic, topics, .plain, triage, text, to: &page)
        page.line([.init("tables", .faint), .init(triage.fingerprint, .faint)], indent: 2)
    }

    private static func add(
        _ aspect: Evidence.Aspect,
        _ result: String,
        _ tone: Tone,
        _ triage: Triage,
        _ text: String,
        to page: inout Page
    ) {
        page.line([.init(aspect.rawValue, .faint), .init(result, tone)], indent: 2)
        for evidence in triage.evidence where evidence.aspect == aspect {
            page.line(
                [
                    .init(Weights.signed(evidence)), .init(evidence.term, .strong), .init(evidence.group ?? ""),
                    .init(evidence.quotation(in: text).map { "“\($0)”" } ?? "beside the text"),
                    .init(evidence.rule ?? "", .ours), .init(evidence.source, .faint),
                ],
                indent: 6
            )
        }
    }

    private static func add(_ routing: RoutingDecision, to page: inout Page) {
        let outcome =
            routing.matches.isEmpty ? "no rule matched; the default team" : "team \(routing.team ?? "unchanged")"
        page.line([.init("routing", .faint), .init(outcome)], indent: 2)
        for match in routing.matches {
            page.line(
                [
                    .init(match.rule, .strong), .init(match.condition), .init(match.outcome, .ours),
                    .init(match.source, .faint),
                ],
                indent: 6
            )
        }
    }
}

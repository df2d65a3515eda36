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
            TriagePage.add(message.triage, of: message.text, to: &page)
            if let correction = message.correction {
                page.line(CorrectionText.fragments(correction), indent: 2)
            }
            add(message.routing, to: &page)
        }
        return page.text
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

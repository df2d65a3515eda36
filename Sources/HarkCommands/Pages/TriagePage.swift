import HarkCore

/// One judgement with its evidence.
enum TriagePage {
    static func render(_ triage: Triage, of text: String, style: Style) -> String {
        var page = Page(style)
        add(triage, of: text, to: &page)
        return page.text
    }

    /// Adds every aspect with the terms that counted for it.
    static func add(_ triage: Triage, of text: String, to page: inout Page) {
        if let gate = triage.gate { add(.spam, gate.rawValue, .plain, triage, text, to: &page) }
        add(.language, triage.language.rawValue, .plain, triage, text, to: &page)
        let confidence = triage.sentiment.confidence.map { ", \(($0 + 5) / 10) %" } ?? ""
        add(
            .sentiment,
            triage.sentiment.label.rawValue + " " + Weights.thousandths(triage.sentiment.score) + confidence
                + (triage.sentiment.isUnsure ? ", unsure" : ""),
            triage.sentiment.label.tone,
            triage,
            text,
            to: &page
        )
        let level = triage.urgency.level
        add(.urgency, "\(level.rawValue) \(triage.urgency.score)", level.tone, triage, text, to: &page)
        let topics = triage.topics.isEmpty ? "no topic" : triage.topics.joined(separator: ", ")
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
}

import HarkCore

/// Reads the ladder of a policy: who is told when.
enum LadderReader {
    static func ladder(_ item: Item) -> [Escalation] {
        let steps = item.list("escalate").compactMap { item in step(item).map { (item, $0) } }
        for (earlier, later) in zip(steps, steps.dropFirst()) where order(later.1.point) <= order(earlier.1.point) {
            later.0.wrong("the step comes no later than the one before it; put the steps in order of time")
        }
        return steps.map(\.1)
    }

    private static func step(_ item: Item) -> Escalation? {
        guard let fields = item.fields("step", ["at", "to"]) else { return nil }
        let point = item.required("at", of: fields).flatMap(point)
        let recipients = item.required("to", of: fields).map { $0.oneOrMore("to").compactMap(recipient) }
        if let recipients, recipients.isEmpty { item.wrong("“to” names nobody") }
        guard let point, let recipients else { return nil }
        return Escalation(point: point, recipients: recipients)
    }

    private static func point(_ item: Item) -> Escalation.Point? {
        guard let text = item.text("at") else { return nil }
        if text == "breach" { return .breached(after: .zero) }
        if text.hasPrefix("breach+"), let span = Span(written: String(text.dropFirst(7))) {
            return .breached(after: span)
        }
        if text.hasSuffix("%"), let percent = Int(text.dropLast()) {
            if (1...99).contains(percent) { return .used(percent: percent) }
            item.wrong("“at”: \(text.shortened) is outside 1% to 99%; for the end of the target write breach")
            return nil
        }
        item.wrong("“at”: “\(text.shortened)” is no moment; write 75%, breach or breach+30m")
        return nil
    }

    private static func recipient(_ item: Item) -> Escalation.Recipient? {
        guard let text = item.text("to") else { return nil }
        let words: [String: Escalation.Recipient] = ["assignee": .assignee, "team": .team, "leads": .leads]
        if let recipient = words[text] { return recipient }
        if Item.isAddress(text) { return .address(text) }
        item.wrong(
            "“to”: “\(text.shortened)” is nobody" + Suggestion.text(for: text, among: words.keys.sorted())
                + "; or write a mail address"
        )
        return nil
    }

    /// The place on the ladder: shares before the breach, spans after it.
    private static func order(_ point: Escalation.Point) -> Int64 {
        switch point {
        case .used(let percent): Int64(percent)
        case .breached(let span): 100 + span.milliseconds
        }
    }
}

import HarkCore

/// Reads a ladder: who is told when.
struct LadderReader {
    /// The names that may be meant; nil when they could not be read.
    let names: Names?

    /// Teams and agents of `teams.yaml`.
    struct Names {
        var teams: [String]
        var agents: [String]
    }

    init(_ teams: TeamsFile) {
        names =
            teams.isKnown
            ? Names(teams: teams.teams.map(\.name), agents: teams.teams.flatMap { $0.members.map(\.name) }) : nil
    }

    func ladder(_ name: String, _ item: Item) -> [Escalation] {
        let steps = item.list(name).compactMap { item in step(item).map { (item, $0) } }
        for (earlier, later) in zip(steps, steps.dropFirst()) {
            guard let first = Self.order(earlier.1.point), let second = Self.order(later.1.point), second <= first,
                Self.areComparable(earlier.1.point, later.1.point)
            else { continue }
            later.0.wrong("the step comes no later than the one before it; put the steps in order of time")
        }
        return steps.map(\.1)
    }

    /// A step that stands by itself, without a moment: `to`, `repeat`.
    func call(_ fields: [String: Item], of item: Item) -> Escalation {
        var step = AlertSettings.step
        if let to = fields["to"] { step.recipients = recipients(to) }
        step.repeats = fields["repeat"]?.duration("repeat")
        return step
    }

    private func step(_ item: Item) -> Escalation? {
        guard let fields = item.fields("step", ["at", "to", "repeat", "stopped_by"]) else { return nil }
        let point = item.required("at", of: fields).flatMap(Self.point)
        let recipients = item.required("to", of: fields).map(recipients)
        let stops = (fields["stopped_by"]?.oneOrMore("stopped_by") ?? []).compactMap {
            $0.choice("stopped_by", Escalation.Stop.self)
        }
        let repeats = fields["repeat"]?.duration("repeat")
        guard let point, let recipients else { return nil }
        let isSaid = fields["stopped_by"] != nil
        return Escalation(
            point: point,
            recipients: recipients,
            repeats: repeats,
            stoppedBy: isSaid ? Set(stops) : Set(Escalation.Stop.allCases)
        )
    }

    private func recipients(_ item: Item) -> [Escalation.Recipient] {
        let recipients = item.oneOrMore("to").compactMap(recipient)
        if recipients.isEmpty { item.wrong("“to” names nobody") }
        return recipients
    }

    private static func point(_ item: Item) -> Escalation.Point? {
        guard let text = item.text("at") else { return nil }
        if text == "breach" || text == "100%" { return .breached(after: .zero) }
        for prefix in ["breach+", "+"] where text.hasPrefix(prefix) {
            if let span = Span(written: String(text.dropFirst(prefix.count))) { return .breached(after: span) }
        }
        if text.hasPrefix("-"), let span = Span(written: String(text.dropFirst())), span > .zero {
            return .before(span)
        }
        if text.hasSuffix("%"), let percent = Int(text.dropLast()) {
            if (1...99).contains(percent) { return .used(percent: percent) }
            item.wrong("“at”: \(text.shortened) is outside 1% to 100%; for later write +15m")
            return nil
        }
        item.wrong("“at”: “\(text.shortened)” is no moment; write 75%, -15m, breach or breach+30m")
        return nil
    }

    private func recipient(_ item: Item) -> Escalation.Recipient? {
        guard let text = item.text("to") else { return nil }
        let words: [String: Escalation.Recipient] = ["assignee": .assignee, "team": .team, "leads": .leads]
        if let recipient = words[text] { return recipient }
        if text.hasPrefix("@") {
            return known(String(text.dropFirst()), "agent", names?.agents, item).map { .agent($0) }
        }
        if text.hasPrefix("team:") {
            return known(String(text.dropFirst(5)), "team", names?.teams, item).map { .otherTeam($0) }
        }
        if Item.isAddress(text) { return .address(text) }
        item.wrong(
            "“to”: “\(text.shortened)” is nobody" + Suggestion.text(for: text, among: words.keys.sorted())
                + "; or write @agent, team:name or a mail address"
        )
        return nil
    }

    private func known(_ name: String, _ kind: String, _ names: [String]?, _ item: Item) -> String? {
        guard let names, !names.contains(name) else { return name }
        item.wrong("“to”: unknown \(kind) “\(name.shortened)”" + Suggestion.text(for: name, among: names))
        return nil
    }

    /// The place on the ladder among moments of its kind: shares, spans before the breach, spans after it.
    private static func order(_ point: Escalation.Point) -> Int64? {
        switch point {
        case .used(let percent): Int64(percent)
        case .before(let span): -span.milliseconds
        case .breached(let span): 100 + span.milliseconds
        }
    }

    /// Where a share lies beside a span before the breach depends on the target.
    private static func areComparable(_ first: Escalation.Point, _ second: Escalation.Point) -> Bool {
        switch (first, second) {
        case (.used, .before), (.before, .used): false
        case (.used, _), (.before, _), (.breached, _): true
        }
    }
}

import HarkCore

/// Who writes, why it is judged so, what is promised, what the network takes, what happened; as lines of a width.
struct DetailLines {
    private static let newestEvents = 12

    private(set) var lines: [Line] = []
    private let state: ScreenState
    private let width: Int

    init(_ state: ScreenState, width: Int) {
        self.state = state
        self.width = max(10, width)
        guard let id = state.list.cursor, let reading = state.thread.reading(id) else { return }
        let summary = reading.detail.conversation
        addContact(reading.detail)
        addOthers(reading.contact, than: id)
        addTriage(summary, reading.explanation)
        addClocks(reading.detail.clocks)
        addReply(reading.detail)
        addHistory(reading.detail.history)
    }

    private mutating func title(_ text: String) {
        if !lines.isEmpty { lines.append(Line()) }
        lines.append(Line(text, .strong))
    }

    /// Pieces behind a margin, on as many lines as they need.
    private mutating func add(_ pieces: [Piece]) {
        var row: [Piece] = []
        for piece in pieces where !piece.text.isEmpty {
            if !row.isEmpty, Line.dotted(row + [piece]).width > width - 2 {
                lines.append(Line([Piece("  ")] + Line.dotted(row).pieces))
                row = []
            }
            row.append(piece)
        }
        if !row.isEmpty { lines.append(Line([Piece("  ")] + Line.dotted(row).pieces)) }
    }

    private mutating func addContact(_ detail: ConversationDetail) {
        let summary = detail.conversation
        title("Contact")
        if let contact = detail.contact {
            add([
                Piece(contact.name ?? contact.handle ?? contact.id, .strong),
                Piece(contact.name == nil ? "" : contact.handle ?? ""),
                Piece(contact.followers.map { "\($0) followers" } ?? ""),
                Piece(contact.isBot ? "automated" : "", .warning),
            ])
            if let url = contact.url { add([Piece(url, .faint)]) }
        } else {
            add([Piece(summary.author, .strong)])
        }
        add([
            Piece(summary.channel), Piece(summary.network == summary.channel ? "" : summary.network),
            Piece(summary.kind.rawValue), Piece(summary.isPrivate ? "private" : "public"),
        ])
        add([Piece(summary.owner, .ours)] + summary.tags.map { Piece("+" + $0, .accent) })
    }

    /// What else the person wrote, newest first.
    private mutating func addOthers(_ contact: ContactDetail?, than id: Int64) {
        guard let contact else { return }
        if contact.blockedAt != nil { add([Piece("blocked", .bad)]) }
        let others = contact.conversations.filter { $0.id != id }
        for other in others.prefix(4) {
            let day = ScreenTime.local(other.lastMessageAt, state.facts, now: state.now)
            let head = [Piece("#\(other.id)", .strong), Piece(day, .faint), Piece(other.state.rawValue, .faint)]
            let used = Line.dotted(head).width + 7
            add(head + [Piece(other.snippet).cut(to: max(4, width - used))])
        }
        if others.count > 4 { add([Piece("and \(others.count - 4) more", .faint)]) }
    }

    private mutating func addTriage(_ summary: ConversationSummary, _ explanation: Explanation?) {
        title("Triage")
        add([
            Piece("\(summary.urgency.glyph) \(summary.urgency.rawValue) \(summary.urgencyScore)", summary.urgency.ink),
            Piece(summary.sentiment.rawValue, summary.sentiment.ink), Piece(summary.language.rawValue),
        ])
        if !summary.topics.isEmpty { add([Piece("about", .faint)] + summary.topics.map { Piece($0) }) }
        guard let judged = explanation?.messages.last else { return }
        let reasons = judged.triage.evidence.filter { $0.aspect == .urgency || $0.aspect == .sentiment }
        if let correction = judged.correction {
            let when = ScreenTime.local(correction.at, state.facts, now: state.now)
            add([
                Piece("the team", .faint), Piece(correction.verdict.summary, .ours), Piece("@\(correction.by)"),
                Piece(when, .faint),
            ])
        }
        add(reasons.map { Piece(Self.text($0), $0.aspect == .urgency ? .plain : .faint) })
        for match in judged.routing.matches { add([Piece("rule " + match.rule), Piece(match.outcome, .faint)]) }
    }

    private static func text(_ evidence: Evidence) -> String {
        let sign = evidence.weight > 0 ? "+" : ""
        let weight = evidence.aspect == .urgency ? "\(sign)\(evidence.weight)" : evidence.weight < 0 ? "☹" : "☺"
        return weight + " " + term(evidence) + (evidence.rule.map { " " + $0 } ?? "")
    }

    /// A word of the text in quotes; what is known beside the text in the tables' own words.
    private static func term(_ evidence: Evidence) -> String {
        guard evidence.term.hasPrefix("META_") else { return "“\(evidence.term)”" }
        return evidence.term.dropFirst(5).lowercased().split(separator: "_").joined(separator: " ")
    }

    private mutating func addClocks(_ clocks: [ClockView]) {
        guard !clocks.isEmpty else { return }
        title("Clocks")
        for clock in clocks {
            let due = clock.dueAt.map { "due " + ScreenTime.local($0, state.facts, now: state.now) } ?? ""
            add([
                Piece(clock.metric.title), standing(clock), Piece(due, .faint),
                Piece("\(clock.policy), \(SpanText.of(.seconds(clock.targetSeconds)))", .faint),
            ])
        }
    }

    private func standing(_ clock: ClockView) -> Piece {
        switch clock.state {
        case .running:
            guard let due = clock.dueAt else { return Piece("running") }
            let left = due - state.now
            let ink: Ink = left <= .zero ? .bad : left < .hours(1) ? .warning : .good
            return Piece(left > .zero ? SpanText.of(left) + " left" : "over by " + SpanText.of(state.now - due), ink)
        case .paused: return clock.breachedAt == nil ? Piece("paused", .faint) : Piece("broken, paused", .bad)
        case .met: return clock.breachedAt == nil ? Piece("✓ kept", .good) : Piece("✗ too late", .bad)
        case .cancelled: return Piece("cancelled", .faint)
        }
    }

    private mutating func addReply(_ detail: ConversationDetail) {
        let terms = state.terms(of: detail.conversation.id)
        guard terms != nil || detail.replyWindowEndsAt != nil else { return }
        title("Reply")
        let limit = terms?.textLimit.map { "\($0) \(terms?.unit ?? "characters")" } ?? "no limit of length"
        add([
            terms?.canReply == false ? Piece("not from here", .warning) : Piece(limit),
            ReplyWindow.piece(detail.replyWindowEndsAt, state.now),
        ])
    }

    private mutating func addHistory(_ events: [EventView]) {
        guard !events.isEmpty else { return }
        title("History")
        for event in events.suffix(Self.newestEvents).reversed() {
            let after = event.data["after"] ?? event.data["team"] ?? event.data["metric"] ?? ""
            add([
                Piece(ScreenTime.local(event.at, state.facts, now: state.now), .faint), Piece(event.kind.rawValue),
                Piece(after, .faint), Piece(event.actor, .ours),
            ])
        }
    }
}

/// How long a private reply is still taken.
enum ReplyWindow {
    static func piece(_ end: Instant?, _ now: Instant) -> Piece {
        guard let end else { return Piece("") }
        guard end > now else { return Piece("window closed", .bad) }
        let left = end - now
        return Piece("window open " + SpanText.of(left), left < .hours(1) ? .warning : .good)
    }
}

import HarkCore

extension Urgency.Level {
    var ink: Ink {
        switch self {
        case .low: .faint
        case .normal: .plain
        case .high: .warning
        case .critical: .bad
        }
    }
}

extension Sentiment.Label {
    var ink: Ink {
        switch self {
        case .negative: .bad
        case .neutral: .plain
        case .positive: .good
        }
    }
}

extension Message.Status {
    var ink: Ink {
        switch self {
        case .received, .sent: .plain
        case .queued, .withdrawn: .faint
        case .delivered, .read: .good
        case .failed, .unknown: .bad
        }
    }
}

extension Clock.Metric {
    var title: String {
        switch self {
        case .firstResponse: "first response"
        case .nextResponse: "next response"
        case .periodicUpdate: "next update"
        case .replyWindow: "reply window"
        case .resolution: "resolution"
        }
    }
}

extension ConversationSummary {
    /// Team and agent: `support/@ana`.
    var owner: String { [team, assignee.map { "@" + $0 }].compactMap(\.self).joined(separator: "/") }

    /// The time left to the next promise, or over; what else there is to say where none runs.
    func deadline(_ now: Instant) -> Piece {
        guard let dueAt else { return Piece(state == .open ? "·" : state.rawValue, .faint) }
        let left = dueAt - now
        let ink: Ink = left <= .zero ? .bad : left < .hours(1) ? .warning : .good
        return Piece(SpanText.of(left), ink)
    }
}

import HarkCore

/// The promises on a conversation, one a line.
enum ClockLines {
    static func add(_ clocks: [ClockView], to page: inout Page, now: Instant) {
        for clock in clocks {
            let target = TimeText.span(.seconds(clock.targetSeconds)) + " " + clock.hours.rawValue + " hours"
            page.line([
                .init(clock.metric.title, .faint), standing(clock, now),
                .init(clock.dueAt.map { "due " + TimeText.local($0, page.style.zone) } ?? ""),
                .init("\(clock.policy), \(target), \(clock.team)", .faint),
            ])
        }
    }

    private static func standing(_ clock: ClockView, _ now: Instant) -> Fragment {
        switch clock.state {
        case .running:
            guard let due = clock.dueAt else { return "running" }
            let rest = TimeText.span(due > now ? due - now : now - due)
            return Fragment(due > now ? "\(rest) left" : "breached, over by \(rest)", Deadline.tone(due, now))
        case .paused: return clock.breachedAt == nil ? Fragment("paused", .faint) : Fragment("breached, paused", .bad)
        case .met: return clock.breachedAt == nil ? Fragment("met", .good) : Fragment("met too late", .bad)
        case .cancelled: return Fragment("cancelled", .faint)
        }
    }
}

import HarkCore

/// One conversation for a person: who, what, how long, then everything said.
struct ConversationPage {
    let detail: ConversationDetail
    let style: Style
    let now: Instant

    /// The whole page; `history` adds the events.
    static func render(_ detail: ConversationDetail, style: Style, now: Instant, history: Bool = false) -> String {
        guard style.isTerminal else { return ConversationRecords.render(detail, history: history) }
        let view = ConversationPage(detail: detail, style: style, now: now)
        var page = Page(style)
        SummaryHead.add(detail.conversation, to: &page)
        view.addContact(to: &page)
        ClockLines.add(detail.clocks, to: &page, now: now)
        view.addReplyWindow(to: &page)
        for message in detail.messages { MessageLines.add(message, to: &page, now: now) }
        if history { view.addHistory(to: &page) }
        return page.text
    }

    private func addContact(to page: inout Page) {
        guard let contact = detail.contact else { return }
        let followers = contact.followers.map { "\($0) followers" } ?? ""
        let kind = contact.isBot ? "automated account" : ""
        page.line([
            .init("from", .faint), .init(contact.title, .strong), .init(followers), .init(kind),
            .init(contact.url ?? ""),
        ])
    }

    private func addReplyWindow(to page: inout Page) {
        guard let end = detail.replyWindowEndsAt else { return }
        let state = end <= now ? "closed" : "open for " + TimeText.span(end - now)
        page.line([
            .init("reply window", .faint), .init(state, end <= now ? .bad : .plain),
            .init("ends " + TimeText.local(end, style.zone)),
        ])
    }

    private func addHistory(to page: inout Page) {
        page.gap()
        page.line([.init("History", .strong)])
        for event in detail.history {
            let particulars = event.data.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map {
                "\($0.key) \($0.value)"
            }
            page.line(
                [
                    .init(TimeText.local(event.at, style.zone), .faint), .init(event.kind.rawValue),
                    .init(event.actor, .ours),
                ] + particulars.map { Fragment($0, .faint) },
                indent: 2
            )
        }
    }
}

/// The first lines about a conversation, the same on every page.
enum SummaryHead {
    static func add(_ summary: ConversationSummary, to page: inout Page) {
        page.line([
            .init("#\(summary.id)", .strong), .init(state(summary, page.style)),
            .init(summary.urgency.text(page.style) + " \(summary.urgencyScore)", summary.urgency.tone),
            .init(summary.sentiment.rawValue, summary.sentiment.tone), .init(summary.language.rawValue),
            .init(summary.topics.isEmpty ? "" : "about " + summary.topics.joined(separator: ", ")),
        ])
        page.line([
            .init(summary.channel), .init(summary.network), .init(summary.kind.rawValue),
            .init(summary.isPrivate ? "private" : "public"), .init(summary.owner, .ours),
            .init(summary.tags.map { "+" + $0 }.joined(separator: " ")),
        ])
    }

    private static func state(_ summary: ConversationSummary, _ style: Style) -> String {
        guard summary.state == .snoozed, let end = summary.snoozedUntil else { return summary.state.rawValue }
        return "snoozed until " + TimeText.local(end, style.zone)
    }
}

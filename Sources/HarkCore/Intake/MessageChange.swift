/// What follows when a message we know changes: edited, taken back, delivered, failed.
struct MessageChange {
    let message: Message
    let conversation: Conversation
    let now: Instant

    /// The author wrote another text. The old one is kept; a customer's new words are judged again, and the log keeps both
    /// verdicts. What the rules had made of the message stays: they are run when a message comes, not when it changes.
    func edited(
        to text: String,
        attachments: [Attachment],
        at: Instant,
        triage: Triage,
        before: Filing.TriageRecord?
    ) -> Filing {
        var filing = Filing()
        var changed = message
        changed.text = text
        changed.attachments = attachments.isEmpty ? message.attachments : attachments
        changed.editedAt = max(at, message.sentAt)
        filing.changedMessages = [changed]
        filing.revisions = [Revision(message: message.id, text: message.text, replacedAt: now)]
        var data = ["message": String(message.id.rawValue)]
        if message.direction == .inbound {
            data["after"] = triage.verdict
            data["before"] = before?.triage.verdict
        }
        filing.events = [event(.messageEdited, data)]
        guard message.direction == .inbound else { return filing }
        let nothing = RoutingDecision(team: nil, tags: [], urgencyShift: 0, matches: [])
        let routing = before?.routing ?? nothing
        filing.triage = [.init(message: message.id, triage: triage, routing: routing)]
        var conversation = conversation
        conversation.snippet = SafeLine.snippet(text)
        conversation.sentiment = triage.sentiment.label
        conversation.language = triage.language
        conversation.topics = Set(conversation.topics + triage.topics).sorted()
        let urgency = Urgency(score: triage.urgency.score + routing.urgencyShift)
        conversation.urgency = max(conversation.urgency, urgency)
        conversation.version += 1
        filing.conversations = [conversation]
        return filing
    }

    /// The author took it back. The text stays for us, marked.
    func deleted(at: Instant) -> Filing {
        var filing = Filing()
        var changed = message
        changed.deletedAt = at
        filing.changedMessages = [changed]
        filing.events = [event(.messageDeleted, ["message": String(message.id.rawValue)])]
        return filing
    }

    /// The network says how far our message came. States only move forward; a failure reopens the conversation.
    func reported(_ report: DeliveryReport) -> Filing {
        var filing = Filing()
        guard message.direction == .outbound, let status = Self.status(after: message.status, report.state) else {
            return filing
        }
        var changed = message
        changed.status = status
        changed.statusReason = report.reason
        filing.changedMessages = [changed]
        var data = ["message": String(message.id.rawValue), "status": status.rawValue]
        if let reason = report.reason { data["reason"] = reason }
        filing.events = [event(status == .failed ? .replyFailed : .replyStatus, data)]
        guard status == .failed, conversation.state == .pending else { return filing }
        var conversation = conversation
        conversation.state = .open
        conversation.version += 1
        filing.conversations = [conversation]
        filing.events.append(
            event(.conversationState, ["before": "pending", "after": "open", "because": "reply failed"])
        )
        return filing
    }

    private static func status(after status: Message.Status, _ report: DeliveryReport.State) -> Message.Status? {
        switch (status, report) {
        case (.failed, _), (.received, _), (.withdrawn, _): nil
        case (_, .failed): .failed
        case (.queued, .sent), (.unknown, .sent): .sent
        case (.queued, .delivered), (.unknown, .delivered), (.sent, .delivered): .delivered
        case (.queued, .read), (.unknown, .read), (.sent, .read), (.delivered, .read): .read
        case (.sent, .sent), (.delivered, .sent), (.read, .sent), (.delivered, .delivered), (.read, .delivered),
            (.read, .read):
            nil
        }
    }

    private func event(_ kind: Event.Kind, _ data: [String: String]) -> Event {
        Event(
            at: now,
            kind: kind,
            conversation: conversation.id,
            actor: message.direction == .inbound ? .contact : .hark,
            data: data
        )
    }
}

extension Triage {
    /// The verdict in a line of the log: `urgency high 62, negative, en, delivery`.
    fileprivate var verdict: String {
        let words = ["urgency \(urgency.level.rawValue) \(urgency.score)", sentiment.label.rawValue, language.rawValue]
        return (words + topics).joined(separator: ", ")
    }
}

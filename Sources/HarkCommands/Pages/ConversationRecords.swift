import HarkCore

/// One conversation for programs: a record a line, the kind of record first.
enum ConversationRecords {
    static func render(_ detail: ConversationDetail, history: Bool) -> String {
        var records = Records()
        add(detail.conversation, to: &records)
        if let contact = detail.contact {
            records.add("contact", contact.id, contact.handle, contact.name, contact.url)
        }
        if let end = detail.replyWindowEndsAt { records.add("reply-window", end.description) }
        for clock in detail.clocks { add(clock, to: &records) }
        for message in detail.messages { add(message, to: &records) }
        for event in history ? detail.history : [] {
            let particulars = event.data.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            records.add("event", [event.at.description, event.kind.rawValue, event.actor] + particulars)
        }
        return records.text
    }

    static func add(_ summary: ConversationSummary, to records: inout Records) {
        records.add("id", String(summary.id))
        records.add("state", summary.state.rawValue, summary.snoozedUntil?.description)
        records.add("urgency", summary.urgency.rawValue, String(summary.urgencyScore))
        records.add("sentiment", summary.sentiment.rawValue)
        records.add("language", summary.language.rawValue)
        records.add("topics", summary.topics.joined(separator: " "))
        records.add("channel", summary.channel, summary.network, summary.kind.rawValue)
        records.add("visibility", summary.isPrivate ? "private" : "public")
        records.add("owner", summary.team, summary.assignee.map { "@" + $0 })
        records.add("tags", summary.tags.joined(separator: " "))
        records.add("due", summary.dueAt?.description, summary.isBreached ? "breached" : nil)
    }

    static func add(_ clock: ClockView, to records: inout Records) {
        records.add(
            "clock",
            [
                clock.metric.rawValue, clock.state.rawValue, clock.dueAt?.description, clock.breachedAt?.description,
                clock.policy, String(clock.targetSeconds), clock.hours.rawValue, clock.team,
            ]
        )
    }

    private static func add(_ message: MessageView, to records: inout Records) {
        let name = message.direction == .note ? "note" : "message"
        records.add(
            name,
            [
                String(message.id), message.direction.rawValue, message.sentAt.description, message.author,
                message.status.rawValue, message.editedAt?.description, message.deletedAt?.description,
                [message.subject, message.text].compactMap(\.self).joined(separator: "\n"),
            ]
        )
        for attachment in message.attachments { records.add("attachment", String(message.id), attachment.title) }
        if let correction = message.correction { CorrectionText.add(correction, to: &records) }
        for revision in message.revisions { records.add("revision", String(message.id), revision) }
    }
}

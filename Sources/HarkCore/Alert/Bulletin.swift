/// What one mail tells, as facts; its text is written when it leaves.
public struct Bulletin: Sendable, Hashable {
    /// The mail's number in the outbox.
    public var item: OutboxItem.ID
    /// When the mail was decided; with the number it makes the Message-ID.
    public var createdAt: Instant
    /// Who gets it, about which step.
    public var group: NoticeGroup
    /// The language of our words: German, or else English.
    public var language: Language
    /// Whether the step warns of what will happen, or tells what has.
    public var reason: Alert.Reason
    /// The alerts, oldest first; never empty.
    public var entries: [Entry]

    /// One alert with what there is to know.
    public struct Entry: Sendable, Hashable {
        /// The alert.
        public var alert: Alert
        /// The conversation it is about.
        public var conversation: Conversation?
        /// What the customer wrote last; hostile.
        public var text: String
        /// Where the message stands on its network; hostile.
        public var url: String?
        /// The words that made it urgent.
        public var words: [String]

        /// One alert with what there is to know.
        public init(
            alert: Alert,
            conversation: Conversation?,
            text: String = "",
            url: String? = nil,
            words: [String] = []
        ) {
            self.alert = alert
            self.conversation = conversation
            self.text = text
            self.url = url
            self.words = words
        }
    }

    /// What one mail tells.
    public init(
        item: OutboxItem.ID,
        createdAt: Instant,
        group: NoticeGroup,
        language: Language,
        reason: Alert.Reason,
        entries: [Entry]
    ) {
        self.item = item
        self.createdAt = createdAt
        self.group = group
        self.language = language
        self.reason = reason
        self.entries = entries
    }

    /// Whether anything in it has gone wrong already.
    public var isBreach: Bool { entries.contains { $0.alert.reason == .breach } }
}

/// Puts together what a mail tells at the moment it leaves: what is over or taken care of is left out.
struct BulletinComposer {
    let setup: Setup
    let now: Instant
    let ledger: any Ledger

    /// The bulletin; nil when nothing is left to tell.
    func bulletin(for item: OutboxItem, _ group: NoticeGroup) throws -> Bulletin? {
        let silences = try ledger.silences(at: now)
        var notices: [Notice] = []
        for notice in try ledger.notices(of: item.id) where isOpen(notice) {
            guard let silence = silences.first(where: { covers($0, notice, group) }) else {
                notices.append(notice)
                continue
            }
            try postpone(notice.alert, to: silence)
        }
        guard !notices.isEmpty else { return nil }
        let isDigest = notices.count > 1
        return Bulletin(
            item: item.id,
            createdAt: item.createdAt,
            group: group,
            language: setup.configuration.team(group.team)?.language ?? setup.configuration.mail?.language ?? .english,
            reason: notices.contains { step(of: $0).reason == .breach } ? .breach : .warning,
            entries: try notices.map { try isDigest ? brief($0) : full($0) }
        )
    }

    private func isOpen(_ notice: Notice) -> Bool {
        notice.alert.resolvedAt == nil && !notice.alert.isStopped(for: step(of: notice), at: now)
    }

    private func step(of notice: Notice) -> Escalation {
        setup.configuration.step(notice.level, of: notice.alert)
    }

    private func covers(_ silence: Silence, _ notice: Notice, _ group: NoticeGroup) -> Bool {
        silence.covers(
            notice.alert,
            level: notice.level,
            recipient: group.recipient,
            channel: notice.conversation?.channel
        )
    }

    /// A silenced alert comes back when the silence ends; an address that wants no mail gets none.
    private func postpone(_ alert: Alert, to silence: Silence) throws {
        guard silence.scope.recipient == nil else { return }
        var alert = alert
        alert.wakesAt = min(alert.wakesAt ?? silence.endsAt, silence.endsAt)
        try ledger.save(alert)
    }

    private func brief(_ notice: Notice) -> Bulletin.Entry {
        let text = notice.conversation?.snippet ?? ""
        return Bulletin.Entry(alert: notice.alert, conversation: notice.conversation, text: text)
    }

    private func full(_ notice: Notice) throws -> Bulletin.Entry {
        guard let id = notice.conversation?.id, let message = try ledger.newestInbound(of: id) else {
            return brief(notice)
        }
        let text = message.deletedAt == nil ? message.text : ""
        return Bulletin.Entry(
            alert: notice.alert,
            conversation: notice.conversation,
            text: text.isEmpty ? notice.conversation?.snippet ?? "" : text,
            url: message.url,
            words: try ledger.urgentTerms(of: message.id)
        )
    }
}

/// Files the items of one delivery, one after the other, inside its transaction.
struct Filer {
    let ledger: any Ledger
    let setup: Setup
    let now: Instant
    let delivery: Int64
    /// Items that changed something.
    private(set) var fresh = 0
    /// Items that were known already.
    private(set) var known = 0

    init(ledger: any Ledger, setup: Setup, now: Instant, delivery: Int64) {
        self.ledger = ledger
        self.setup = setup
        self.now = now
        self.delivery = delivery
    }

    /// Files one item; an item that changes nothing counts as known.
    mutating func file(_ item: SortedItem) throws {
        guard let filing = try decide(item) else {
            known += 1
            return
        }
        try ledger.apply(filing)
        fresh += 1
    }

    private func decide(_ item: SortedItem) throws -> Filing? {
        switch item.change {
        case .message(let draft): return try message(draft, item)
        case .echo(let draft): return try echo(draft, item.channel)
        case .edit(let draft): return try edit(draft, item)
        case .delete(let id, let at): return try delete(id, at: at ?? now, item.channel)
        case .status(let report): return try status(report, item.channel)
        case .reaction(let reaction): return try self.reaction(reaction, item.channel)
        }
    }

    private func message(_ draft: Draft, _ item: SortedItem) throws -> Filing? {
        let surroundings = try Known(draft, customer: draft.author, channel: item.channel, ledger: ledger)
        if let known = surroundings.message, let other = draft.otherID, known.text != draft.text ?? "" {
            var draft = draft
            (draft.id, draft.otherID) = (other, nil)
            return try message(draft, item)
        }
        guard surroundings.message == nil, let reading = item.reading else { return nil }
        var inbound = InboundFiling(
            draft,
            text: reading.text,
            channel: item.channel,
            known: surroundings,
            setup: setup,
            now: now
        )
        return try inbound.decide(triage: reading.triage, delivery: delivery, ledger: ledger)
    }

    private func edit(_ draft: Draft, _ item: SortedItem) throws -> Filing? {
        let surroundings = try Known(draft, customer: draft.author, channel: item.channel, ledger: ledger)
        guard let message = surroundings.message, let conversation = surroundings.conversation,
            let triage = item.reading?.triage
        else { return try self.message(draft, item) }
        guard let text = draft.text, text != message.text, Self.mayEdit(draft, message, surroundings) else {
            return nil
        }
        var filing = MessageChange(message: message, conversation: conversation, now: now).edited(
            to: text,
            attachments: draft.attachments,
            at: draft.sentAt,
            triage: triage,
            before: try ledger.judgement(of: message.id)
        )
        if let changed = filing.conversations.first, changed.urgency.level != conversation.urgency.level {
            filing.hold(clocks: surroundings.clocks, setup: setup, at: now)
        }
        return filing
    }

    /// In a room anybody can say that a message has a new text; it is true only of its author.
    private static func mayEdit(_ draft: Draft, _ message: Message, _ surroundings: Known) -> Bool {
        guard let editor = draft.author else { return true }
        switch message.direction {
        case .inbound:
            guard let author = message.author else { return true }
            return !Set([author.id] + author.aliases).isDisjoint(with: [editor.id] + editor.aliases)
        case .outbound: return surroundings.contact == nil
        case .note: return false
        }
    }

    private func delete(_ id: String, at: Instant, _ channel: Channel) throws -> Filing? {
        guard let message = try ledger.message(channel: channel.id, networkID: id), message.deletedAt == nil,
            let conversation = try ledger.conversation(message.conversation)
        else { return nil }
        return MessageChange(message: message, conversation: conversation, now: now).deleted(at: at)
    }

    private func echo(_ draft: Draft, _ channel: Channel) throws -> Filing? {
        let surroundings = try Known(draft, customer: draft.recipient, channel: channel, ledger: ledger)
        guard surroundings.message == nil else { return nil }
        return try EchoFiling(draft, channel: channel, known: surroundings, setup: setup, now: now)
            .decide(delivery: delivery, ledger: ledger)
    }

    private func status(_ report: DeliveryReport, _ channel: Channel) throws -> Filing? {
        var messages: [Message] = []
        if let id = report.id, let message = try ledger.message(channel: channel.id, networkID: id) {
            messages = [message]
        } else if let recipient = report.recipient, let watermark = report.watermark {
            messages = try ledger.outbound(
                channel: channel.id,
                recipient: recipient,
                until: watermark,
                below: report.state
            )
        }
        var filing = Filing()
        for message in messages {
            guard let conversation = try ledger.conversation(message.conversation) else { continue }
            filing.add(MessageChange(message: message, conversation: conversation, now: now).reported(report))
        }
        return filing == Filing() ? nil : filing
    }

    private func reaction(_ reaction: Reaction, _ channel: Channel) throws -> Filing? {
        guard let message = try ledger.message(channel: channel.id, networkID: reaction.target) else { return nil }
        var filing = Filing()
        filing.events.append(
            Event(
                at: reaction.at ?? now,
                kind: .messageReaction,
                conversation: message.conversation,
                actor: .contact,
                data: [
                    "message": String(message.id.rawValue), "symbol": reaction.symbol ?? "",
                    "author": reaction.author?.id ?? "",
                ]
            )
        )
        return filing
    }
}

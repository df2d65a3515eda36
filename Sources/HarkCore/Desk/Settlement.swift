/// What becomes of a reply's message and conversation once its attempt is over.
struct Settlement {
    let message: Message
    let conversation: Conversation
    let setup: Setup
    let now: Instant

    func filing(_ outcome: Departures.Outcome, ledger: any Ledger) throws -> Filing {
        switch outcome {
        case .sent(let receipt): try sent(receipt, ledger)
        case .retry(_, let reason): waiting(reason)
        case .dropped: Filing()
        case .failed(let reason): try failed(reason, status: .failed, ledger)
        case .unknown(let reason): try failed(reason, status: .unknown, ledger)
        }
    }

    /// The network's id replaces ours, unless an echo was quicker.
    private func sent(_ receipt: Receipt?, _ ledger: any Ledger) throws -> Filing {
        var filing = Filing()
        var message = message
        guard message.status == .queued || message.status == .unknown else { return filing }
        if let id = receipt?.messageID, try ledger.message(channel: message.channel, networkID: id) == nil {
            message.networkID = id
        }
        message.url = receipt?.url ?? message.url
        message.status = .sent
        message.statusReason = nil
        filing.changedMessages = [message]
        filing.events = [event(.replySent, ["message": String(message.id.rawValue)])]
        return filing
    }

    private func waiting(_ reason: String) -> Filing {
        var filing = Filing()
        guard message.statusReason != reason else { return filing }
        var message = message
        message.statusReason = reason
        filing.changedMessages = [message]
        return filing
    }

    /// The customer has no answer: the conversation is ours again, and the clock runs from the unanswered message.
    private func failed(_ reason: String, status: Message.Status, _ ledger: any Ledger) throws -> Filing {
        var filing = Filing()
        var message = message
        message.status = status
        message.statusReason = reason
        filing.changedMessages = [message]
        filing.events = [
            event(.replyFailed, ["message": String(message.id.rawValue), "status": status.rawValue, "reason": reason])
        ]
        guard let unanswered = try ledger.newestInbound(of: conversation.id), conversation.waitingSince == nil else {
            return filing
        }
        try reopen(from: unanswered, filing: &filing, ledger)
        return filing
    }

    private func reopen(from unanswered: Message, filing: inout Filing, _ ledger: any Ledger) throws {
        var conversation = conversation
        let service = ServiceLevel(policies: setup.configuration.policies, teams: setup.configuration.teams)
        var clocks = try ledger.activeClocks(of: conversation.id)
        clocks = try StateChange(to: .open, until: nil, service: service, actor: .hark, now: now)
            .apply(to: &conversation, clocks: clocks, filing: &filing, ledger: ledger)
        conversation.waitingSince = unanswered.sentAt
        let subject = QuerySubject(conversation: conversation, author: unanswered.author, texts: [unanswered.text])
        let changes = try service.onCustomerMessage(
            conversation,
            policy: service.policy(for: subject, at: now),
            active: clocks,
            hadFirstResponse: true,
            spokenAt: min(unanswered.sentAt, now),
            now: now,
            reserve: { try ledger.reserveClock() }
        )
        filing.add(changes)
        conversation.dueAt = ServiceLevel.dueAt(of: clocks.updated(by: changes.clocks))
        conversation.version += 1
        filing.conversations = [conversation]
    }

    private func event(_ kind: Event.Kind, _ data: [String: String]) -> Event {
        Event(at: now, kind: kind, conversation: conversation.id, actor: .hark, data: data)
    }
}

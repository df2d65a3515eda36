/// What the log says of a mail once its attempt is over.
struct AlertSettlement {
    let item: OutboxItem
    let group: NoticeGroup
    let now: Instant

    func filing(_ outcome: Departures.Outcome) -> Filing {
        var filing = Filing()
        switch outcome {
        case .sent: filing.events = [event(.alertSent)]
        case .failed(let reason), .unknown(let reason): filing.events = [event(.alertFailed, reason)]
        case .retry, .dropped: break
        }
        return filing
    }

    private func event(_ kind: Event.Kind, _ reason: String? = nil) -> Event {
        var data = ["mail": String(item.id.rawValue), "team": group.team, "level": String(group.level)]
        data["recipient"] = group.recipient
        data["attempts"] = String(item.attempts)
        data["reason"] = reason
        return Event(at: now, kind: kind, conversation: item.conversation, actor: .hark, data: data)
    }
}

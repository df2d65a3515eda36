/// What becomes of a reply once the attempt to change it is over.
struct EditSettlement {
    let edit: OutgoingEdit
    let message: Message
    let now: Instant

    func filing(_ outcome: Departures.Outcome) -> Filing {
        switch outcome {
        case .sent: sent()
        case .retry(_, let reason): noted("the new text waits: \(reason)")
        case .dropped: Filing()
        case .failed(let reason): failed("it was not changed: \(reason)")
        case .unknown(let reason): failed("it may not have been changed: \(reason)")
        }
    }

    /// The old text is kept, unless our own change was heard before the network's answer.
    private func sent() -> Filing {
        var filing = noted(nil)
        guard message.text != edit.text else { return filing }
        var changed = message
        (changed.text, changed.editedAt, changed.statusReason) = (edit.text, now, nil)
        filing.changedMessages = [changed]
        filing.revisions = [Revision(message: message.id, text: message.text, replacedAt: now)]
        filing.events = [event(.messageEdited, [:])]
        return filing
    }

    private func failed(_ reason: String) -> Filing {
        var filing = noted(reason)
        filing.events = [event(.editFailed, ["reason": reason])]
        return filing
    }

    private func noted(_ reason: String?) -> Filing {
        var filing = Filing()
        guard message.statusReason != reason else { return filing }
        var changed = message
        changed.statusReason = reason
        filing.changedMessages = [changed]
        return filing
    }

    private func event(_ kind: Event.Kind, _ data: [String: String]) -> Event {
        Event(
            at: now,
            kind: kind,
            conversation: message.conversation,
            actor: .hark,
            data: data.merging(["message": String(message.id.rawValue)]) { mine, _ in mine }
        )
    }
}

/// Closed conversations whose channel does not open them again.
extension Known {
    /// Steps over a conversation that stays closed: what its key leads to now goes on, or else a new one begins in its place.
    mutating func leaveClosed(saidAt: Instant, channel: Channel, ledger: any Ledger) throws {
        guard channel.reopening.time != .always, message == nil else { return }
        while let closed = conversation, closed.state == .closed,
            !channel.reopening.isOpenAgain(closedAt: closed.closedAt, saidAt: saidAt)
        {
            let current = try ledger.conversation(channel: channel.id, key: closed.key)
            guard let current, current.id != closed.id else {
                (predecessor, conversation, clocks, hadFirstResponse) = (closed, nil, [], false)
                return
            }
            try enter(current, ledger: ledger)
        }
    }
}

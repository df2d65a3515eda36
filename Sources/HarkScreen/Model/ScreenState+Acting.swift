import HarkCore

/// What is done to conversations.
extension ScreenState {
    /// From this many on a person is asked first, as on the command line.
    private static let many = 3

    /// Does something to what is marked, else to the conversation under the cursor.
    mutating func act(_ deed: ScreenAct) -> [Effect] {
        let targets = list.targets
        guard !targets.isEmpty else {
            say("there is no conversation here", .warning)
            return []
        }
        guard targets.count < Self.many else {
            mode = .confirming(deed, targets)
            return []
        }
        return perform(deed, targets)
    }

    /// Does it. What leaves the list by it leaves at once, so that the next key finds the next conversation.
    mutating func perform(_ deed: ScreenAct, _ ids: [Int64]) -> [Effect] {
        guard !connection.isLost else {
            say("offline: nothing was changed" + (deed.draft(of: 0) == nil ? "" : ", the draft is kept"), .bad)
            return []
        }
        if let state = deed.state, state != .open, list.query.isEmpty {
            list.leave(ids)
        } else {
            list.unmark()
        }
        return [.perform(deed, ids)]
    }

    mutating func performed(_ deed: ScreenAct, _ outcomes: [ActOutcome]) -> [Effect] {
        var effects: [Effect] = []
        var failures: [(id: Int64, failure: Failure)] = []
        for outcome in outcomes {
            thread.spoil(outcome.conversation)
            switch outcome.result {
            case .success(let summary):
                list.update(summary)
                if let key = deed.draft(of: outcome.conversation) {
                    drafts[key] = nil
                    effects.append(.keep(key, nil))
                }
            case .failure(let failure):
                failures.append((outcome.conversation, failure))
            }
        }
        list.settleLeaving(outcomes.map(\.conversation))
        report(deed, outcomes.map(\.conversation), failures)
        return effects + [list.request()] + look()
    }

    private mutating func report(_ deed: ScreenAct, _ ids: [Int64], _ failures: [(id: Int64, failure: Failure)]) {
        if let first = failures.first {
            let others = failures.count > 1 ? " (and \(failures.count - 1) more)" : ""
            let kept = deed.draft(of: first.id) == nil ? "" : "; the draft is kept"
            say("#\(first.id): \(first.failure.message)\(kept)\(others)", .bad, seconds: 15)
            list.wanted = first.id
        } else if ids.count == 1 {
            say("#\(ids[0]) \(deed.words)")
        } else {
            say("\(ids.count) conversations \(deed.words)")
        }
    }
}

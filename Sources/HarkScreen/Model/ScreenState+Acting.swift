import HarkCore

/// What is done to conversations.
extension ScreenState {
    /// From this many on a person is asked first, as on the command line.
    private static let many = 3

    /// Does something to what is selected, else to the conversation under the cursor.
    mutating func act(_ act: ScreenAct) -> [Effect] {
        let targets = list.targets
        guard !targets.isEmpty else {
            say("there is no conversation here", .warning)
            return []
        }
        guard targets.count < Self.many else {
            mode = .confirming(act, targets)
            return []
        }
        return perform(act, targets)
    }

    /// Does it. What leaves the list by it leaves at once, so that the next key finds the next conversation.
    mutating func perform(_ act: ScreenAct, _ ids: [Int64]) -> [Effect] {
        guard !connection.isLost else {
            say("offline: nothing was changed" + (act.draft(of: 0) == nil ? "" : ", the draft is kept"), .bad)
            return []
        }
        if act.takesLeave, list.query.isEmpty {
            list.leave(ids)
        } else {
            list.unselect()
        }
        return [.perform(act, ids)]
    }

    mutating func performed(_ act: ScreenAct, _ result: Result<ActReport, Failure>, of ids: [Int64]) -> [Effect] {
        var effects: [Effect] = []
        switch result {
        case .success(let report): effects = note(act, report)
        case .failure(let failure):
            let subject = ids.count == 1 ? "#\(ids[0]): " : ""
            let kept = act.draft(of: 0) == nil ? "" : "; the draft is kept"
            say(subject + failure.message + kept, .bad, seconds: 15)
            list.wanted = ids.first
        }
        let touched = ids + ((try? result.get().outcomes.map(\.id)) ?? [])
        for id in touched { thread.spoil(id) }
        // Another act on the same conversation may still be under way: taking it says nothing of the answer behind.
        if act.settlesLeave { list.settleLeaving(touched) }
        return effects + [list.request()] + look()
    }

    private mutating func note(_ act: ScreenAct, _ report: ActReport) -> [Effect] {
        var effects: [Effect] = []
        for outcome in report.outcomes {
            guard let summary = outcome.conversation else { continue }
            list.update(summary)
            if outcome.error == nil, let key = act.draft(of: outcome.id) {
                drafts[key] = nil
                effects.append(.keep(key, nil))
            }
        }
        if act == .undo { list.wanted = report.outcomes.first?.id }
        tell(act, report)
        return effects
    }

    private mutating func tell(_ act: ScreenAct, _ report: ActReport) {
        let refused = report.outcomes.filter { $0.error != nil }
        if let first = refused.first, let error = first.error {
            let others = refused.count > 1 ? " (and \(refused.count - 1) more)" : ""
            let kept = act.draft(of: first.id) == nil ? "" : "; the draft is kept"
            say("#\(first.id): \(error.message)\(kept)\(others)", .bad, seconds: 15)
            list.wanted = first.id
            return
        }
        let ids = report.outcomes.map(\.id)
        let subject = ids.count == 1 ? "#\(ids[0])" : "\(ids.count) conversations"
        switch act {
        case .undo: say("taken back: \(report.what) (\(subject))")
        case .change, .reply, .note, .macro: say("\(subject) \(act.words) · \(KeyTable.key(of: .undo)) takes it back")
        }
    }
}

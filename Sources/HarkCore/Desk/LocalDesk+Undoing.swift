/// Taking acts back, on the store.
extension LocalDesk {
    /// Takes an act back; without a number the caller's own last one.
    public func undo(_ id: Int64?) async throws -> ActReport {
        let (actor, now, store) = (actor, clock.now, store)
        let act = try await store.write { try Self.find(id, of: actor, ledger: $0) }
        let undoing = try await store.write {
            try $0.beginAct(at: now, actor: actor, what: "undo \(act.id): \(act.what)", undoes: act.id)
        }
        var outcomes: [ActReport.Outcome] = []
        while case let steps = try await store.write({ try $0.steps(of: act.id, limit: 2000) }), !steps.isEmpty {
            outcomes += try await Self.each(steps) { step in
                try await store.write { ledger in
                    var filing = try UndoFiling(step, of: act.id, actor: actor, now: now, ledger: ledger)
                    let (conversation, kept) = try filing.undo()
                    try ledger.markUndone(act.id, conversation: step.conversation)
                    let stays = "taken back, but \(kept.joined(separator: ", ")) was changed since and stays"
                    return ActReport.Outcome(
                        id: step.conversation.rawValue,
                        conversation: ConversationSummary(conversation, at: now),
                        error: kept.isEmpty ? nil : .init(Failure(.conflict, stays))
                    )
                }
            } refused: { step, failure in
                ActReport.Outcome(id: step.conversation.rawValue, error: .init(failure))
            }
            // What refused once would refuse again.
            if outcomes.contains(where: { $0.conversation == nil }) { break }
        }
        let isChange = outcomes.contains { $0.conversation != nil }
        try await store.write { ledger in
            if isChange { try ledger.closeAct(act.id, undoneBy: undoing) } else { try ledger.dropAct(undoing) }
        }
        return ActReport(act: isChange ? undoing : nil, what: "undo \(act.id): \(act.what)", outcomes: outcomes)
    }

    private static func find(_ id: Int64?, of actor: Event.Actor, ledger: any Ledger) throws -> Act {
        guard let id else {
            guard let last = try ledger.lastAct(of: actor) else {
                throw Failure(.notFound, "you have done nothing yet that could be taken back; see `hark history`")
            }
            return last
        }
        guard let act = try ledger.act(id) else {
            throw Failure(.notFound, "there is no act \(id); `hark history` lists them")
        }
        if let other = act.undoneBy {
            throw Failure(.conflict, "act \(id) was taken back already, by act \(other)")
        }
        if let undone = act.undoes {
            throw Failure(.unprocessable, "act \(id) took act \(undone) back; do that again instead")
        }
        return act
    }
}

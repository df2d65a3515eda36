/// Acts on the store.
extension LocalDesk {
    /// Does a deed to one conversation, as an act of its own.
    func perform(_ deed: Deed, on id: Conversation.ID) async throws -> ConversationSummary {
        let (now, actor, making) = (clock.now, actor, deedFiling)
        return try await store.write { ledger in
            var filing = making(now, ledger)
            let (conversation, steps) = try filing.perform(deed, on: id)
            if !steps.isEmpty {
                let act = try ledger.beginAct(at: now, actor: actor, what: deed.summary, undoes: nil)
                for step in steps { try ledger.add(step, to: act) }
            }
            return ConversationSummary(conversation, at: now)
        }
    }

    private var deedFiling: @Sendable (Instant, any Ledger) -> DeedFiling {
        let (setup, actor, agent) = (running.setup, actor, agent)
        return { now, ledger in DeedFiling(setup: setup, actor: actor, agent: agent, now: now, ledger: ledger) }
    }

    /// Does the same with each conversation, in one act.
    public func act(_ command: ActCommand) async throws -> ActReport {
        try check(command)
        guard command.isAllOrNothing else { return try await actOnEach(command) }
        let deed = command.deed
        return try await actOnAll(command.ids.map { .init($0) }, what: deed.summary) { _, _ in deed }
    }

    func check(_ command: ActCommand) throws {
        let largest = command.isAllOrNothing ? 500 : ActCommand.largest
        guard (1...largest).contains(command.ids.count), Set(command.ids).count == command.ids.count else {
            throw Failure(
                .unprocessable,
                "an act is on 1 to \(largest) different conversations",
                problems: [.init(pointer: "/ids", detail: "has \(command.ids.count) ids, or one twice")]
            )
        }
        guard command.deed != Deed() else { throw Failure(.unprocessable, "the act says nothing to do") }
        let now = clock.now
        if let change = command.deed.change { try Self.check(change, running.setup.configuration, now: now) }
        if let reply = command.deed.reply { try Self.check(reply) }
        if let edit = command.deed.edit { try Self.check(edit.text, of: "reply") }
        if let note = command.deed.note { try Self.check(note, of: "note") }
    }

    /// One transaction: the first refusal undoes everything.
    func actOnAll(
        _ ids: [Conversation.ID],
        what: String,
        _ deed: @escaping @Sendable (Conversation, any Ledger) throws -> Deed
    ) async throws -> ActReport {
        let (now, actor, making) = (clock.now, actor, deedFiling)
        return try await store.write { ledger in
            let act = try ledger.beginAct(at: now, actor: actor, what: what, undoes: nil)
            var outcomes: [ActReport.Outcome] = []
            var isChange = false
            for id in ids {
                guard let before = try ledger.conversation(id) else { throw Self.unknown(id) }
                var filing = making(now, ledger)
                let (conversation, steps) = try filing.perform(deed(before, ledger), on: id)
                for step in steps { try ledger.add(step, to: act) }
                isChange = isChange || !steps.isEmpty
                outcomes.append(.init(id: id.rawValue, conversation: ConversationSummary(conversation, at: now)))
            }
            if !isChange { try ledger.dropAct(act) }
            return ActReport(act: isChange ? act : nil, what: what, outcomes: outcomes)
        }
    }

    /// A transaction for each, many under way, so that they share commits.
    private func actOnEach(_ command: ActCommand) async throws -> ActReport {
        let (now, actor, making, deed) = (clock.now, actor, deedFiling, command.deed)
        let store = store
        let act = try await store.write {
            try $0.beginAct(at: now, actor: actor, what: deed.summary, undoes: nil)
        }
        let results = try await Self.each(command.ids) { id in
            try await store.write { ledger in
                var filing = making(now, ledger)
                let (conversation, steps) = try filing.perform(deed, on: .init(id))
                for step in steps { try ledger.add(step, to: act) }
                return (
                    ActReport.Outcome(id: id, conversation: ConversationSummary(conversation, at: now)), !steps.isEmpty
                )
            }
        } refused: { id, failure in
            (ActReport.Outcome(id: id, error: .init(failure)), false)
        }
        let isChange = results.contains(where: \.1)
        if !isChange { try await store.write { try $0.dropAct(act) } }
        return ActReport(act: isChange ? act : nil, what: deed.summary, outcomes: results.map(\.0))
    }

    /// What people did, newest first.
    public func history(before: Int64?, limit: Int) async throws -> [ActView] {
        try await store.acts(before: before, limit: min(max(limit, 1), 200)).map { ActView($0) }
    }

    /// Gives the worst conversation that matches and has no owner to the caller.
    public func takeNext(_ query: String) async throws -> ConversationSummary? {
        var search = try search(query)
        search.query = .every(of: [.term(.flag(.unassigned)), search.query])
        let (now, agent, making, actor) = (clock.now, agent, deedFiling, actor)
        try Self.check(ConversationChange(assignee: agent), running.setup.configuration, now: now)
        let candidates = try await store.conversations(matching: search, after: nil, limit: 20, now: now)
        for candidate in candidates {
            let taken = try await store.write { ledger -> ConversationSummary? in
                // Somebody else may have been quicker.
                guard let current = try ledger.conversation(candidate.id), current.assignee == nil else { return nil }
                var filing = making(now, ledger)
                let deed = Deed(change: ConversationChange(assignee: agent))
                let (conversation, steps) = try filing.perform(deed, on: candidate.id)
                let act = try ledger.beginAct(at: now, actor: actor, what: "take the next one", undoes: nil)
                for step in steps { try ledger.add(step, to: act) }
                return ConversationSummary(conversation, at: now)
            }
            if let taken { return taken }
        }
        return nil
    }
}

extension LocalDesk {
    /// Runs work for each value, up to 64 at a time, and gives the results in order. A ``Failure`` about one value is turned
    /// into a result; what concerns all of them ends the run.
    static func each<Value: Sendable, Result: Sendable>(
        _ values: [Value],
        _ work: @escaping @Sendable (Value) async throws -> Result,
        refused: @escaping @Sendable (Value, Failure) -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var results: [Result?] = Array(repeating: nil, count: values.count)
            var next = 0
            func start() {
                guard next < values.count else { return }
                let (index, value) = (next, values[next])
                next += 1
                group.addTask {
                    do {
                        return (index, try await work(value))
                    } catch let failure as Failure where failure.code != .storage {
                        return (index, refused(value, failure))
                    }
                }
            }
            for _ in 0..<64 { start() }
            while let (index, result) = try await group.next() {
                results[index] = result
                start()
            }
            return results.compactMap(\.self)
        }
    }
}

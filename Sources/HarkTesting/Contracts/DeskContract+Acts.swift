import HarkCore
import Testing

/// Deeds on many conversations, their history, taking them back.
extension DeskContract {
    func actsOnManyAreOneEntryAndGoBackAsOne() async throws {
        var ids: [Int64] = []
        for number in 1...5 { ids.append(try await conversation("many\(number)", "many").rawValue) }
        let before = try await projection(ids)
        let deed = Deed(change: ConversationChange(team: "billing", addTags: ["bulk"], state: .closed))
        let report = try await desk.act(ActCommand(ids: ids + [999_999], deed: deed))
        #expect(report.outcomes.map(\.id) == ids + [999_999])
        #expect(report.outcomes.last?.error?.code == .notFound)
        #expect(report.outcomes.prefix(5).allSatisfy { $0.conversation?.tags == ["bulk"] && $0.error == nil })
        let entry = try #require(try await desk.history(before: nil, limit: 1).first)
        #expect(entry.id == report.act && entry.count == 5 && entry.actor == "@ana")
        #expect(entry.what == "assign billing, tag +bulk, close")

        let undone = try await desk.undo(nil)
        #expect(undone.outcomes.count == 5 && undone.outcomes.allSatisfy { $0.error == nil })
        #expect(try await projection(ids) == before)
        #expect(try await desk.history(before: nil, limit: 2).map(\.undoneBy) == [nil, undone.act])
        #expect(try await desk.history(before: nil, limit: 2).map(\.count) == [5, 5], "taking back is on as many")
        #expect(await code { _ = try await desk.undo(entry.id) } == .conflict)
        #expect(await code { _ = try await desk.undo(999_999) } == .notFound)
    }

    func whatTheTeamMarksCountsAndGoesBack() async throws {
        let id = try await conversation("marked", "my parcel is late")
        let before = try await desk.conversation(id).conversation
        func mark(_ verdict: Correction.Verdict) async throws -> ConversationSummary {
            let report = try await desk.act(ActCommand(ids: [id.rawValue], deed: Deed(mark: verdict)))
            return try #require(report.outcomes.first?.conversation)
        }
        let urgent = try await mark(.init(urgency: .critical))
        #expect(urgent.urgency == .critical && urgent.sentiment == before.sentiment)
        let whole = try await mark(.init(sentiment: .negative, topics: ["delivery"]))
        #expect(whole.urgency == .critical && whole.sentiment == .negative && whole.topics == ["delivery"])
        let kept = try #require(try await desk.explain(id).messages.last?.correction)
        #expect(kept.verdict == .init(urgency: .critical, sentiment: .negative, topics: ["delivery"]))
        #expect(kept.by == "ana")
        let same = try await desk.act(ActCommand(ids: [id.rawValue], deed: Deed(mark: .init(urgency: .critical))))
        #expect(same.outcomes.first?.error == nil, "said before, it changes nothing")
        _ = try await desk.undo(nil)
        #expect(try await desk.explain(id).messages.last?.correction?.verdict == .init(urgency: .critical))
        _ = try await desk.undo(nil)
        let after = try await desk.conversation(id).conversation
        #expect(after.urgency == before.urgency && after.sentiment == before.sentiment && after.topics == before.topics)
        #expect(try await desk.explain(id).messages.last?.correction == nil)
    }

    func whatOthersChangedSinceStays() async throws {
        let id = try await conversation("since", "since")
        let act = try await desk.act(
            ActCommand(ids: [id.rawValue], deed: Deed(change: ConversationChange(assignee: "lea", addTags: ["one"])))
        )
        _ = try await desk.change(id, ConversationChange(assignee: "ana", addTags: ["two"]))
        let outcome = try #require(try await desk.undo(act.act).outcomes.first)
        #expect(outcome.conversation?.assignee == "ana")
        #expect(outcome.conversation?.tags == ["two"])
        #expect(outcome.error?.message.contains("its owner") == true)
    }

    func aHeldReplyComesBack() async throws {
        let id = try await conversation("held", "hello")
        let before = try await projection([id.rawValue])
        _ = try await desk.reply(id, ReplyCommand(text: "too fast"))
        _ = try await desk.undo(nil)
        #expect(try await projection([id.rawValue]) == before)
        let messages = try await desk.conversation(id).messages
        #expect(messages.last?.status == .withdrawn && messages.last?.deletedAt == clock.now)
        let again = try await desk.reply(id, ReplyCommand(text: "better"))
        #expect(again.state == .pending)
    }

    func onlyAReplyThatHasLeftIsChanged() async throws {
        let id = try await conversation("edit", "hello")
        let question = try #require(try await desk.conversation(id).messages.first)
        _ = try await desk.reply(id, ReplyCommand(text: "too fast"))
        let reply = try #require(try await desk.conversation(id).messages.last)
        let before = try await projection([id.rawValue])
        for (message, text, code) in [
            (reply.id, " ", Failure.Code.unprocessable), (reply.id, "better", .conflict),
            (question.id, "better", .unprocessable), (.max, "better", .unprocessable),
        ] {
            do {
                _ = try await desk.edit(id, EditCommand(message: message, text: text))
                Issue.record("message \(message) was changed to “\(text)”")
            } catch let failure as Failure {
                #expect(failure.code == code, "\(failure.message)")
            }
        }
        #expect(try await projection([id.rawValue]) == before)
    }

    func aReplyToWhatChangedStops() async throws {
        let id = try await conversation("collide", "hello")
        let seen = try #require(try await desk.conversation(id).history.last?.id)
        _ = try await desk.note(id, text: "my own note does not count")
        _ = try await intake.take(
            .toy([.message(.direct("contract-collide-2", from: "collide", "news", at: clock.now))])
        )
        do {
            _ = try await desk.reply(id, ReplyCommand(text: "hi", seen: seen))
            Issue.record("a reply crossed the customer's new message")
        } catch let failure as Failure {
            #expect(failure.code == .conflict)
            #expect(failure.message.contains("the customer wrote"), "\(failure.message)")
        }
        let now = try #require(try await desk.conversation(id).history.last?.id)
        #expect(try await desk.reply(id, ReplyCommand(text: "hi", seen: now)).state == .pending)
    }

    func aMacroIsDoneToAllOrToNone() async throws {
        let one = try await conversation("macro1", "hello")
        let two = try await conversation("macro2", "hallo und guten Tag")
        #expect(try await desk.macros().map(\.what) == ["reply with hello, tag +greeted, close"])
        let previews = try await desk.previewMacro("greet", on: [one, two])
        #expect(previews.map(\.deed.reply?.text) == ["Hello MACRO1, ana", "Hallo MACRO2, ana"])
        let before = try await projection([one.rawValue, two.rawValue])
        #expect(await code { _ = try await desk.runMacro("greet", on: [one, two, .init(999_999)]) } == .notFound)
        #expect(try await projection([one.rawValue, two.rawValue]) == before)
        #expect(await code { _ = try await desk.runMacro("nothing", on: [one]) } == .notFound)
        let report = try await desk.runMacro("greet", on: [one, two])
        #expect(
            report.outcomes.allSatisfy { $0.conversation?.state == .closed && $0.conversation?.tags == ["greeted"] }
        )
        #expect(try await desk.conversation(two).messages.last?.text == "Hallo MACRO2, ana")
    }

    func mergedConversationsAreOne() async throws {
        let at = clock.now
        for name in ["merge1", "merge2"] {
            _ = try await intake.take(.toy([.message(.mention("contract-\(name)", from: "merger", name, at: at))]))
        }
        let found = try await desk.inbox(InboxRequest(query: "from:merger sort:created")).data.map(\.id)
        try #require(found.count == 2)
        let (kept, emptied) = (Conversation.ID(found[0]), Conversation.ID(found[1]))
        let before = try await projection(found)
        _ = try await desk.act(ActCommand(ids: [emptied.rawValue], deed: Deed(mergeInto: kept.rawValue)))
        #expect(try await desk.conversation(kept).messages.map(\.text) == ["merge1", "merge2"])
        let closed = try await desk.conversation(emptied)
        #expect(closed.messages.isEmpty && closed.conversation.state == .closed)
        #expect(closed.conversation.mergedInto == kept.rawValue)
        _ = try await desk.undo(nil)
        #expect(try await projection(found) == before)
        #expect(try await desk.conversation(emptied).messages.map(\.text) == ["merge2"])
    }

    /// What the inbox shows of conversations; versions count on.
    func projection(_ ids: [Int64]) async throws -> [ConversationSummary] {
        var rows: [ConversationSummary] = []
        for id in ids {
            var row = try await desk.conversation(.init(id)).conversation
            (row.version, row.isUnread) = (0, false)
            rows.append(row)
        }
        return rows
    }
}

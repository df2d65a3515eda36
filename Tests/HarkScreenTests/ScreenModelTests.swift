import HarkCore
import Testing

@testable import HarkScreen

@Suite("Keys, answers and news make the next screen")
struct ScreenModelTests {
    /// Ids in the list, the cursor in brackets.
    private func picture(_ state: ScreenState) -> String {
        state.list.rows.map { $0.id == state.list.cursor ? "[\($0.id)]" : "\($0.id)" }.joined(separator: " ")
    }

    @Test(arguments: [
        ("", "[61] 58 60 55 56 59"), ("j", "61 [58] 60 55 56 59"), ("jjk", "61 [58] 60 55 56 59"),
        ("G", "61 58 60 55 56 [59]"), ("Gg", "[61] 58 60 55 56 59"), ("k", "[61] 58 60 55 56 59"),
        ("jn", "61 58 60 [55] 56 59"), ("c", "[58] 60 55 56 59"), ("jc", "61 [60] 55 56 59"),
        ("Gc", "61 58 60 55 [56]"),
        ("xxc", "[60] 55 56 59"), (":close<Enter>", "[58] 60 55 56 59"), (":60<Enter>", "61 58 [60] 55 56 59"),
        (":last<Enter>", "61 58 60 55 56 [59]"), ("A", "[61] 58 60 55 56 59"),
    ])
    func theCursorGoesWhereTheKeysSay(_ keys: String, _ expected: String) {
        var state = Sample.screen()
        state.type(keys)
        #expect(picture(state) == expected)
    }

    @Test(arguments: [
        ("c", ScreenAct.changing(.init(state: .closed), "closed"), [61]),
        ("A", .changing(.init(assignee: "ana"), "yours"), [61]),
        ("a<Enter>", .changing(.init(assignee: "ana"), "given to @ana"), [61]),
        ("abe<Enter>", .changing(.init(assignee: "ben"), "given to @ben"), [61]),
        ("atech<Enter>", .changing(.init(team: "technik"), "given to technik"), [61]),
        ("jtvip<Enter>", .changing(.init(addTags: ["vip"]), "tagged +vip"), [58]),
        ("tvip<Enter>", .changing(.init(removeTags: ["vip"]), "tagged -vip"), [61]),
        ("tbrandnew<Enter>", .changing(.init(addTags: ["brandnew"]), "tagged +brandnew"), [61]),
        ("xxo", .changing(.init(state: .open), "open again"), [61, 58]),
        ("vjjo", .changing(.init(state: .open), "open again"), [61, 58, 60]),
        ("NSee 12<^s>", .note("See 12"), [61]),
        ("M1", .change(Deed(mark: .init(urgency: .critical)), "marked urgency=critical"), [61]),
        ("Mneg<Enter>", .change(Deed(mark: .init(sentiment: .negative)), "marked sentiment=negative"), [61]),
        (
            ":mark urgency=high topic=delivery<Enter>",
            .change(Deed(mark: .init(urgency: .high, topics: ["delivery"])), "marked urgency=high topic=delivery"),
            [61]
        ),
        (":assign @ben<Enter>", .changing(.init(assignee: "ben"), "given to @ben"), [61]),
        (":tag +a -b<Enter>", .changing(.init(addTags: ["a"], removeTags: ["b"]), "tagged +a -b"), [61]),
    ])
    func keysAndCommandsDoTheSame(_ keys: String, _ act: ScreenAct, _ ids: [Int64]) {
        var state = Sample.screen()
        var effects = state.type(keys)
        if case .confirming = state.mode { effects = state.type("y") }
        #expect(effects.contains(.perform(act, ids)), "\(effects)")
        #expect(state.mode == .browsing)
    }

    @Test(arguments: [
        (":mark urgency=hgih<Enter>", "it is one of low, normal, high, critical"),
        (":mark mood=bad<Enter>", "urgency, sentiment and topic can"), (":mark high<Enter>", "write urgency=high"),
    ])
    func aVerdictThatCannotBeReadChangesNothingAndSaysWhy(_ keys: String, _ reason: String) {
        var state = Sample.screen()
        #expect(state.type(keys).isEmpty)
        #expect(state.notice?.text.contains(reason) == true, "\(state.notice?.text ?? "")")
    }

    @Test func everyVerbHasItsNameBehindTheColonAndItsPlaceInTheHelp() {
        for verb in Verb.allCases {
            #expect(Order.read(verb.rawValue) == .success(Order(verb)))
            #expect(KeyTable.groups.flatMap(\.bindings).contains { $0.verb == verb }, "\(verb) is in no group")
            #expect(KeyTable.text.contains(verb.rawValue) && KeyTable.text.contains(verb.meaning))
        }
        let keys = KeyTable.groups.flatMap(\.bindings).flatMap(\.keys)
        #expect(Set(keys).count == keys.count, "a key is bound twice")
    }

    @Test func aReplyIsSentWithTheKeyThatSaysWhatFollows() {
        for (key, then) in [("<^s>", Conversation.State.pending), ("<^x>", .closed), ("<^o>", .open)] {
            var state = Sample.screen()
            let effects = state.type("rHello<Enter>Petra" + key)
            guard
                case .perform(.reply(let reply), let ids)? = effects.last(where: {
                    if case .perform = $0 { true } else { false }
                })
            else {
                Issue.record("nothing was sent: \(effects)")
                continue
            }
            #expect(reply.text == "Hello\nPetra" && reply.then == then && ids == [61])
            #expect(reply.idempotencyKey != nil)
        }
    }

    @Test func severalAreAskedAboutFirst() {
        var state = Sample.screen()
        #expect(state.type("xxxc").isEmpty == false)
        guard case .confirming(_, let ids) = state.mode else {
            Issue.record("it was not asked")
            return
        }
        #expect(ids == [61, 58, 60])
        #expect(!state.type("n").contains { if case .perform = $0 { true } else { false } })
        #expect(picture(state) == "61 58 60 [55] 56 59")
    }

    @Test func newsMoveLinesButNotTheCursor() {
        var state = Sample.screen()
        state.type("jj")
        let line = ScreenView.frame(state)
        let arrived = [Sample.summary(70, "New", "first now", due: .minutes(-200))] + Sample.page.data
        _ = state.take(.news(.event(Self.event(.messageReceived, of: 70))))
        let effects = state.take(.tick(Sample.now + .seconds(1)))
        #expect(effects.contains { if case .list = $0 { true } else { false } })
        _ = state.take(.listed(ticket: state.list.ticket, .success(InboxPage(data: arrived, next: nil))))
        #expect(picture(state) == "70 61 58 [60] 55 56 59")
        #expect(state.list.fresh == [70])
        _ = line
    }

    @Test func whatOthersCloseStaysUntilTheCursorLeaves() {
        var state = Sample.screen()
        state.type("j")
        _ = state.list.request()
        let rest = InboxPage(data: Sample.page.data.filter { $0.id != 58 }, next: nil)
        _ = state.take(.listed(ticket: state.list.ticket, .success(rest)))
        #expect(picture(state) == "61 [58] 60 55 56 59" && state.list.gone == 58)
        state.type("j")
        #expect(picture(state) == "61 [60] 55 56 59")
    }

    @Test func whatWasActedOnDoesNotComeBackBeforeTheServerHasAnswered() {
        var state = Sample.screen()
        state.type("c")
        _ = state.list.request()
        _ = state.take(.listed(ticket: state.list.ticket, .success(Sample.page)))
        #expect(picture(state) == "[58] 60 55 56 59")
        let refused = ActReport.Outcome(id: 61, error: .init(Failure(.conflict, "no")))
        let report = ActReport(act: nil, what: "close", outcomes: [refused])
        _ = state.take(.performed(.changing(.init(state: .closed), "closed"), .success(report), of: [61]))
        _ = state.take(.listed(ticket: state.list.ticket, .success(Sample.page)))
        #expect(picture(state) == "[61] 58 60 55 56 59", "what was refused comes back under the cursor")
        #expect(state.notice?.text.contains("#61: no") == true)
    }

    @Test func aListThatWasAskedForBeforeTheActWasDoneDoesNotBringItBack() {
        var state = Sample.screen()
        state.type("c")
        _ = state.list.request()
        let early = state.list.ticket
        let done = ActReport(act: 1, what: "close", outcomes: [.init(id: 61, conversation: Sample.summary(61))])
        state.list.settleLeaving(done.outcomes.map(\.id))
        _ = state.take(.listed(ticket: early, .success(Sample.page)))
        #expect(picture(state) == "[58] 60 55 56 59")
    }

    @Test func theAnswerToAnEarlierActDoesNotBringBackWhatALaterOneTakesOff() {
        var state = Sample.screen()
        state.type("Ac")
        let taken = ActReport(act: 1, what: "assign", outcomes: [.init(id: 61, conversation: Sample.summary(61))])
        _ = state.take(.performed(.changing(.init(assignee: "ana"), "yours"), .success(taken), of: [61]))
        _ = state.take(.listed(ticket: state.list.ticket, .success(Sample.page)))
        #expect(picture(state) == "[58] 60 55 56 59", "it is still being closed")
    }

    @Test func offlineNothingIsSentAndTheDraftIsKept() {
        var state = Sample.screen()
        _ = state.take(.news(.lost("gone")))
        let effects = state.type("rHello<^s>")
        #expect(effects.contains(.keep(DraftKey(conversation: 61, kind: .reply), "Hello")))
        #expect(!effects.contains { if case .perform = $0 { true } else { false } })
        #expect(ScreenView.frame(state).grid.text.contains("offline"))
        #expect(state.type("<Esc>c").allSatisfy { if case .perform = $0 { false } else { true } })
        _ = state.take(.news(.connected))
        state.type("r")
        guard case .composing(let composer) = state.mode else {
            Issue.record("no composer")
            return
        }
        #expect(composer.field.text == "Hello")
    }

    @Test func aSentDraftIsForgottenOnlyWhenTheServerHasIt() {
        let key = DraftKey(conversation: 61, kind: .reply)
        var state = Sample.screen()
        state.type("rHello<^s>")
        #expect(state.drafts[key] == "Hello")
        let act = ScreenAct.reply(ReplyCommand(text: "Hello"))
        _ = state.take(.performed(act, .failure(Failure(.unreachable, "no")), of: [61]))
        #expect(state.drafts[key] == "Hello")
        let done = ActReport(act: 1, what: "reply", outcomes: [.init(id: 61, conversation: Sample.summary(61))])
        let effects = state.take(.performed(act, .success(done), of: [61]))
        #expect(state.drafts[key] == nil && effects.contains(.keep(key, nil)))
    }

    @Test func fourKeysAssignAnswerAndClose() {
        var state = Sample.screen()
        var effects = state.type("Ae1<^x>")
        #expect(effects.contains(.perform(.changing(.init(assignee: "ana"), "yours"), [61])))
        #expect(effects.contains(.canned("received", 61)))
        let text = CannedTextView(name: "received", language: .german, text: "Hallo Petra, danke.")
        effects = state.take(.canned(61, .success(text)))
        guard
            case .perform(.reply(let reply), [61])? = effects.last(where: {
                if case .perform = $0 { true } else { false }
            })
        else {
            Issue.record("what was typed before the text came was lost: \(effects)")
            return
        }
        #expect(reply.text == text.text && reply.then == .closed)
        #expect(picture(state) == "[58] 60 55 56 59")
    }

    @Test func aMacroIsShownBeforeItRuns() {
        var state = Sample.screen()
        #expect(state.type("m2") == [.preview("done", [61])])
        let deed = Deed(change: .init(addTags: ["done"], state: .closed))
        let preview = MacroPreview(conversation: Sample.summary(61), deed: deed)
        #expect(state.take(.previewed("done", .success([preview]))).isEmpty)
        #expect(ScreenView.frame(state).grid.text.contains("tag +done, close"))
        #expect(state.type("<Enter>").contains(.perform(.macro("done"), [61])))
        #expect(picture(state) == "[58] 60 55 56 59")
    }

    @Test func undoGoesBackToWhatItBroughtBack() {
        var state = Sample.screen()
        state.type("c")
        #expect(state.type("u") == [.perform(.undo, [])])
        let report = ActReport(act: 9, what: "close", outcomes: [.init(id: 61, conversation: Sample.summary(61))])
        _ = state.take(.performed(.undo, .success(report), of: []))
        _ = state.take(.listed(ticket: state.list.ticket, .success(Sample.page)))
        #expect(picture(state) == "[61] 58 60 55 56 59")
        #expect(state.notice?.text == "taken back: close (#61)")
    }

    @Test func othersSeeWhereWeAreAndWeSeeThem() {
        var state = Sample.screen()
        #expect(state.take(.tick(Sample.now + .seconds(1))).contains(.present(.viewing, 61, leaving: nil)))
        #expect(state.take(.tick(Sample.now + .seconds(2))).isEmpty)
        state.type("r")
        #expect(state.take(.tick(Sample.now + .seconds(3))).contains(.present(.replying, 61, leaving: nil)))
        state.type("<Esc>j")
        #expect(state.take(.tick(Sample.now + .seconds(4))).contains(.present(.viewing, 58, leaving: 61)))
        #expect(state.take(.tick(Sample.now + .seconds(20))).contains(.present(.viewing, 58, leaving: nil)))
        let ben = Presence(agent: "ben", doing: .replying, since: Sample.now)
        _ = state.take(.present(58, [ben]))
        #expect(ScreenView.frame(state).grid.text.contains("@ben is replying"))
    }

    @Test func aViewIsASearchWithAName() {
        var state = Sample.screen()
        #expect(state.type("V1").contains(.list(query: "tag:vip", count: 100, ticket: state.list.ticket)))
        #expect(state.type(":save late<Enter>").contains(.saveView("late", "tag:vip")))
    }

    @Test func aSearchThatCannotBeReadLeavesWhatWasThere() {
        var state = Sample.screen()
        state.type("j/urgncy:<Enter>")
        let refused = Failure(.badQuery, "there is no field “urgncy”")
        _ = state.take(.listed(ticket: state.list.ticket, .failure(refused)))
        #expect(picture(state) == "61 [58] 60 55 56 59" && state.list.query.isEmpty)
        #expect(state.notice?.text == refused.message)
    }

    @Test func theEditorGetsTheThreadAndOnlyTheDraftComesBack() {
        let text = EditorText.make("Hallo\n\nPetra", Sample.screen())
        #expect(text.contains("Immer noch kein Netz."))
        #expect(EditorText.draft(in: text) == "Hallo\n\nPetra")
        #expect(EditorText.draft(in: "\n  \n") == "")
    }

    @Test func theMouseScrollsAndChooses() {
        var state = Sample.screen()
        _ = state.take(.input(.mouse(Mouse(deed: .press, row: 3, column: 10))))
        #expect(picture(state) == "61 58 [60] 55 56 59")
        _ = state.take(.input(.mouse(Mouse(deed: .wheelUp, row: 3, column: 10))))
        #expect(picture(state) == "61 [58] 60 55 56 59")
    }

    @Test func aLongListIsReadOnBeforeItsEnd() {
        var state = Sample.screen()
        let rows = (1...100).map { Sample.summary(Int64($0)) }
        _ = state.list.request()
        _ = state.take(.listed(ticket: state.list.ticket, .success(InboxPage(data: rows, next: "more"))))
        #expect(state.type("G").contains(.list(query: "", count: 200, ticket: state.list.ticket)))
    }

    @Test func pastedTextIsNeverACommand() {
        var state = Sample.screen()
        #expect(state.take(.input(.paste("c\rq"))).isEmpty)
        #expect(picture(state) == "[61] 58 60 55 56 59")
    }

    private static func event(_ kind: Event.Kind, of conversation: Int64) -> EventView {
        EventView(Event(at: Sample.now, kind: kind, conversation: .init(conversation), actor: .contact))
    }
}

import HarkCore
import Testing

/// Views, canned texts, who is there, whom we hear no more of, whose turn is next.
extension DeskContract {
    func cannedTextsSpeakTheCustomersLanguage() async throws {
        #expect(try await desk.cannedTexts().map(\.name) == ["hello", "hello"])
        let german = try await conversation("kanne", "hallo und guten Tag")
        let english = try await conversation("canned", "hello")
        #expect(try await desk.cannedText("hello", for: german).text == "Hallo KANNE, ana")
        #expect(try await desk.cannedText("hello", for: english).text == "Hello CANNED, ana")
        #expect(await code { _ = try await desk.cannedText("nothing", for: german) } == .notFound)
    }

    func viewsAreOnesOwnOrShared() async throws {
        let late = SaveViewCommand(name: "late", query: "is:breached sort:-created")
        #expect(try await desk.saveView(late).owner == "ana")
        _ = try await desk.saveView(SaveViewCommand(name: "late", query: "is:breached", isShared: true))
        let views = try await desk.views()
        #expect(views.map(\.name) == ["late"])
        #expect(views.first?.isShared == true && views.first?.query == "is:breached")
        let broken = SaveViewCommand(name: "bad", query: "nonsense:x")
        #expect(await code { _ = try await desk.saveView(broken) } == .badQuery)
        let nameless = SaveViewCommand(name: "two words", query: "")
        #expect(await code { _ = try await desk.saveView(nameless) } == .unprocessable)
        try await desk.removeView("late")
        #expect(await code { try await desk.removeView("late") } == .notFound)
    }

    func whoeverLooksIsSeenForAWhile() async throws {
        let id = try await conversation("presence", "hello")
        #expect(try await desk.inbox(InboxRequest(query: "from:presence is:unread")).data.count == 1)
        #expect(try await desk.present(.viewing, at: id).isEmpty, "one does not see oneself")
        #expect(try await desk.inbox(InboxRequest(query: "from:presence is:unread")).data.isEmpty)
        #expect(await code { _ = try await desk.present(.viewing, at: .init(999_999)) } == .notFound)
        #expect(try await desk.present(nil, at: id).isEmpty)
    }

    func whatIsMutedOrBlockedStaysClosed() async throws {
        for deed in [Deed(mute: true), Deed(block: true)] {
            let name = deed.summary + "d"
            let id = try await conversation(name, "hello")
            let report = try await desk.act(ActCommand(ids: [id.rawValue], deed: deed))
            #expect(report.outcomes.first?.conversation?.state == .closed)
            let news = Draft.direct("contract-\(name)-2", from: name, "are you there", at: clock.now)
            _ = try await intake.take(.toy([.message(news)]))
            let after = try await desk.conversation(id)
            #expect(after.conversation.state == .closed && after.conversation.waitingSince == nil)
            #expect(after.messages.count == 2, "the message is filed all the same")
            #expect(after.clocks.allSatisfy { $0.state != .running })
            let contact = try await desk.contact(of: id)
            #expect(contact.identity.id == name && contact.conversations.map(\.id) == [id.rawValue])
            #expect((contact.blockedAt != nil) == (deed.block == true))
            _ = try await desk.undo(report.act)
            #expect(try await desk.contact(of: id).blockedAt == nil)
        }
    }

    func theNextOneIsTheWorstWithoutAnOwner() async throws {
        let late = try await conversation("next1", "nextinline", ago: .hours(2))
        let calm = try await conversation("next2", "nextinline")
        #expect(try await desk.takeNext("nextinline")?.id == late.rawValue)
        let second = try await desk.takeNext("nextinline")
        #expect(second?.id == calm.rawValue && second?.assignee == "ana")
        #expect(try await desk.takeNext("nextinline") == nil)
    }
}

import HarkCore

/// Acts, views, canned texts, macros, presence and people, from ``Sample``.
extension ScriptedDesk {
    func act(_ command: ActCommand) async throws -> ActReport {
        note("act \(command.ids) \(command.deed.summary)")
        // What concerns the whole call comes before any outcome.
        let hopeless: Set<Failure.Code> = [.unreachable, .unauthorised]
        for failure in command.ids.compactMap({ failures[$0] }) where hopeless.contains(failure.code) { throw failure }
        return ActReport(act: 17, what: command.deed.summary, outcomes: command.ids.map { outcome($0, command.deed) })
    }

    private func outcome(_ id: Int64, _ deed: Deed) -> ActReport.Outcome {
        if let failure = failures[id] { return .init(id: id, error: .init(failure)) }
        return .init(id: id, conversation: Sample.changed(id, deed.change ?? ConversationChange()))
    }

    func history(before: Int64?, limit: Int) async throws -> [ActView] {
        note("history \(before.map(String.init) ?? "-") \(limit)")
        return Sample.acts
    }

    func undo(_ act: Int64?) async throws -> ActReport {
        note("undo \(act.map(String.init) ?? "-")")
        if let act, let failure = failures[act] { throw failure }
        return ActReport(
            act: 18,
            what: "undo \(act ?? 17): tag +vip",
            outcomes: [.init(id: 42, conversation: Sample.summary(42))]
        )
    }

    func takeNext(_ query: String) async throws -> ConversationSummary? {
        note("next “\(query)”")
        return page.data.first
    }

    func views() async throws -> [SavedView] { Sample.views }

    func saveView(_ command: SaveViewCommand) async throws -> SavedView {
        note("save \(command.name) “\(command.query)” \(command.isShared)")
        return SavedView(id: 3, name: command.name, query: command.query, owner: "ana", isShared: command.isShared)
    }

    func removeView(_ name: String) async throws { note("remove \(name)") }

    func cannedTexts() async throws -> [CannedTextView] { Sample.cannedTexts }

    func cannedText(_ name: String, for id: Conversation.ID) async throws -> CannedTextView {
        note("canned \(name) for \(id)")
        return CannedTextView(name: name, language: .english, text: "Hello Ana,\nwe have it.")
    }

    func macros() async throws -> [MacroView] { Sample.macros }

    func previewMacro(_ name: String, on ids: [Conversation.ID]) async throws -> [MacroPreview] {
        note("preview \(name) \(ids)")
        let deed = Deed(reply: ReplyCommand(text: "Hello Ana"), change: ConversationChange(addTags: ["outage"]))
        return ids.map { MacroPreview(conversation: Sample.summary($0.rawValue), deed: deed) }
    }

    func runMacro(_ name: String, on ids: [Conversation.ID]) async throws -> ActReport {
        note("macro \(name) \(ids)")
        return ActReport(act: 19, what: "macro \(name)", outcomes: ids.map { outcome($0.rawValue, Deed()) })
    }

    func present(_ doing: Presence.Doing?, at id: Conversation.ID) async throws -> [Presence] { [] }

    func contact(of id: Conversation.ID) async throws -> ContactDetail {
        note("contact \(id)")
        return Sample.contact
    }
}

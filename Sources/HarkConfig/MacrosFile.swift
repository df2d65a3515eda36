import HarkCore

/// Reads `macros.yaml`: the named deeds.
struct MacrosFile {
    let teams: TeamsFile
    let texts: [CannedText]

    static let keys = ["name", "help", "reply", "note", "tags", "assign", "team", "then", "snooze"]

    private enum Then: String, CaseIterable {
        case open, pending, closed
    }

    func macros(_ root: Item?) -> [Macro] {
        guard let root, let fields = root.fields("macros.yaml", ["macros"]) else { return [] }
        var names = Taken("macro")
        return (fields["macros"]?.list("macros") ?? []).compactMap { item in
            guard let macro = macro(item) else { return nil }
            names.claim(macro.name, item)
            return macro
        }
    }

    private func macro(_ item: Item) -> Macro? {
        guard let fields = item.fields("macro", Self.keys) else { return nil }
        let name = item.required("name", of: fields)?.name("name")
        let reply = fields["reply"]?.text("reply")
        if let reply, let place = fields["reply"], !texts.contains(where: { $0.name == reply }) {
            let hint = Suggestion.text(for: reply, among: Set(texts.map(\.name)).sorted())
            place.wrong("there is no canned text “\(reply.shortened)”" + hint)
        }
        let change = change(fields)
        let snooze = fields["snooze"]?.duration("snooze")
        if snooze != nil, fields["then"] != nil { item.wrong("“snooze” and “then” exclude each other") }
        if ["reply", "note", "tags", "assign", "team", "then", "snooze"].allSatisfy({ fields[$0] == nil }) {
            item.wrong("the macro does nothing; give it reply:, note:, tags:, assign:, team:, then: or snooze:")
        }
        guard let name else { return nil }
        return Macro(
            name: name,
            help: fields["help"]?.sentence("help"),
            reply: reply,
            note: fields["note"]?.text("note"),
            change: change,
            snooze: snooze,
            source: item.source
        )
    }

    private func change(_ fields: [String: Item]) -> ConversationChange {
        var change = ConversationChange()
        if let item = fields["team"], let team = item.text("team") {
            teams.check(team, item)
            change.team = team
        }
        if let item = fields["assign"], let word = item.text("assign") { change.assignee = agent(word, item) }
        for item in fields["tags"]?.oneOrMore("tags") ?? [] {
            guard let word = item.text("tags") else { continue }
            let tag = String(word.drop { "+-".contains($0) })
            if word.hasPrefix("-") {
                change.removeTags = (change.removeTags ?? []) + [tag]
            } else {
                change.addTags = (change.addTags ?? []) + [tag]
            }
        }
        if let then = fields["then"]?.choice("then", Then.self) {
            change.state = Conversation.State(rawValue: then.rawValue)
        }
        return change
    }

    /// The agent's name; the empty one for `@none`.
    private func agent(_ word: String, _ item: Item) -> String? {
        let name = String(word.drop { $0 == "@" })
        if name == "none" { return "" }
        let known = teams.teams.flatMap { $0.members.map(\.name) }
        guard !teams.isKnown || known.contains(name) else {
            item.wrong("there is no agent “\(name.shortened)”" + Suggestion.text(for: name, among: known))
            return nil
        }
        return name
    }
}

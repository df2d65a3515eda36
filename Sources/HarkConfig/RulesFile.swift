import HarkCore

/// Reads `rules.yaml`: the ordered rules.
struct RulesFile {
    let teams: TeamsFile

    static let keys = ["name", "when", "team", "tags", "urgency", "then"]

    private enum Then: String, CaseIterable {
        case stop
        case goOn = "go-on"
    }

    func rules(_ root: Item?) -> [Rule] {
        guard let root, let fields = root.fields("rules.yaml", ["rules"]) else { return [] }
        var names = Taken("rule")
        return (fields["rules"]?.list("rules") ?? []).compactMap { item in
            guard let rule = rule(item) else { return nil }
            names.claim(rule.name, item)
            return rule
        }
    }

    private func rule(_ item: Item) -> Rule? {
        guard let fields = item.fields("rule", Self.keys) else { return nil }
        let name = item.required("name", of: fields)?.sentence("name")
        let condition = item.required("when", of: fields)?.condition("when")
        let team = fields["team"]?.text("team")
        if let team, let place = fields["team"] { teams.check(team, place) }
        let tags = (fields["tags"]?.oneOrMore("tags") ?? []).compactMap { $0.name("tags") }
        let shift = fields["urgency"]?.number("urgency", in: -100...100) ?? 0
        let then = fields["then"].map { $0.choice("then", Then.self) ?? .stop } ?? .stop
        if ["team", "tags", "urgency", "then"].allSatisfy({ fields[$0] == nil }) {
            item.wrong("the rule does nothing; give it team:, tags:, urgency: or then:")
        }
        guard let name, let condition else { return nil }
        return Rule(
            name: name,
            text: condition.text,
            query: condition.query,
            team: team,
            tags: tags,
            urgencyShift: shift,
            stops: then == .stop,
            source: item.source
        )
    }
}

import HarkCore

/// Reads `teams.yaml`: the teams and the one for what no rule claims.
struct TeamsFile {
    private(set) var teams: [Team] = []
    private(set) var defaultTeam = ""
    /// Whether the file could be read; if not, nothing can be said about a team's name elsewhere.
    let isKnown: Bool

    init(_ root: Item?, places: CalendarPlaces = CalendarPlaces(folder: nil)) {
        guard let root, let fields = root.fields("teams.yaml", ["default_team", "teams"]) else {
            isKnown = false
            return
        }
        isKnown = true
        var names = Taken("team")
        var people: [String: Agent] = [:]
        var ladders: [(Int, Item)] = []
        for item in root.required("teams", of: fields)?.list("teams") ?? [] {
            guard let (team, ladder) = Self.team(item, &people, places) else { continue }
            names.claim(team.name, item)
            if let ladder { ladders.append((teams.count, ladder)) }
            teams.append(team)
        }
        // A ladder may name every team and agent of the file, those below it too.
        let reader = LadderReader(self)
        for (index, ladder) in ladders { teams[index].ladder = reader.ladder("ladder", ladder) }
        if let item = root.required("default_team", of: fields), let name = item.text("default_team") {
            defaultTeam = name
            check(name, item)
        }
    }

    /// Notes a team that does not exist.
    func check(_ name: String, _ item: Item) {
        guard isKnown, !teams.contains(where: { $0.name == name }) else { return }
        let names = teams.map(\.name)
        item.wrong("unknown team “\(name.shortened)”" + Suggestion.text(for: name, among: names))
    }

    private static func team(
        _ item: Item,
        _ people: inout [String: Agent],
        _ places: CalendarPlaces
    ) -> (team: Team, ladder: Item?)? {
        let keys = ["name", "email", "members", "language", "quiet_hours", "ladder", "assign"]
        guard let fields = item.fields("team", keys + CalendarReader.keys) else { return nil }
        let name = item.required("name", of: fields)?.name("name")
        let email = (fields["email"]?.oneOrMore("email") ?? []).compactMap { $0.address("email") }
        let members = members(fields["members"], &people, places)
        let calendar = CalendarReader.calendar(item, fields, places: places)
        let quiet = fields["quiet_hours"].map { CalendarReader.quietHours($0, zone: calendar.timeZone) }
        let language = fields["language"]?.choice("language", Language.self)
        let assignment = fields["assign"].flatMap(assignment)
        guard let name else { return nil }
        let team = Team(
            name: name,
            members: members,
            email: email,
            calendar: calendar,
            language: language,
            quietHours: quiet,
            assignment: assignment
        )
        return (team, fields["ladder"])
    }

    /// `assign: least_open`, or with how many an agent takes: `assign: {mode: round_robin, capacity: 5}`.
    private static func assignment(_ item: Item) -> Assignment? {
        if item.word != nil {
            return item.choice("assign", Assignment.Mode.self).map { Assignment(mode: $0, capacity: 10) }
        }
        guard let fields = item.fields("assign", ["mode", "capacity"]) else { return nil }
        let mode = item.required("mode", of: fields)?.choice("mode", Assignment.Mode.self)
        let capacity = fields["capacity"]?.number("capacity", in: 1...10_000)
        return mode.map { Assignment(mode: $0, capacity: capacity ?? 10) }
    }

    private static func members(_ item: Item?, _ people: inout [String: Agent], _ places: CalendarPlaces) -> [Agent] {
        var names = Taken("member")
        return (item?.list("members") ?? []).compactMap { item in
            guard
                let fields = item.fields(
                    "member",
                    ["name", "email", "lead", "capacity", "languages"] + CalendarReader.keys
                ),
                let name = item.required("name", of: fields)?.name("name")
            else { return nil }
            names.claim(name, item)
            let email = fields["email"]?.address("email")
            let lead = fields["lead"]?.choice("lead", Answer.self)
            if let known = people[name], known.email != email {
                item.wrong("“\(name)” has another address in another team; one name is one person")
            }
            let languages = (fields["languages"]?.oneOrMore("languages") ?? [])
                .compactMap { $0.choice("languages", Language.self) }
            let agent = Agent(
                name: name,
                email: email,
                isLead: lead?.isYes ?? false,
                capacity: fields["capacity"]?.number("capacity", in: 1...10_000),
                languages: Set(languages),
                calendar: fields["hours"] == nil ? nil : CalendarReader.calendar(item, fields, places: places)
            )
            people[name] = agent
            return agent
        }
    }
}

extension ServiceLevel {
    /// The addresses behind a step's recipients, each once, in their order.
    ///
    /// The team stands for an assignee, an agent or leads of whom no address is known. `teams` are other teams that agents may
    /// belong to.
    public static func recipients(
        of step: [Escalation.Recipient],
        assignee: String?,
        team: Team?,
        among teams: [Team] = []
    ) -> [String] {
        let known = (team.map { [$0] } ?? []) + teams
        let everyone = addresses(of: team)
        let named = step.flatMap { recipient -> [String] in
            switch recipient {
            case .assignee:
                return assignee.flatMap { address(of: $0, known) }.map { [$0] } ?? everyone
            case .team: return everyone
            case .leads:
                let leads = (team?.members ?? []).filter(\.isLead).compactMap(\.email)
                return leads.isEmpty ? everyone : leads
            case .agent(let name): return address(of: name, known).map { [$0] } ?? everyone
            case .otherTeam(let name): return Self.addresses(of: known.first { $0.name == name })
            case .address(let address): return [address]
            }
        }
        var seen: Set<String> = []
        return named.filter { seen.insert($0.lowercased()).inserted }
    }

    private static func addresses(of team: Team?) -> [String] {
        team.map { $0.email.isEmpty ? $0.members.compactMap(\.email) : $0.email } ?? []
    }

    private static func address(of agent: String, _ teams: [Team]) -> String? {
        let name = Query.key(agent)
        return teams.flatMap(\.members).first { Query.key($0.name) == name && $0.email != nil }?.email
    }
}

extension ServiceLevel {
    /// The addresses behind a step's recipients, each once, in their order.
    ///
    /// The assignee stands for the team when there is none or no address is known; so do the leads. `teams` are other teams that the
    /// assignee may belong to.
    public static func recipients(
        of step: [Escalation.Recipient],
        conversation: Conversation,
        team: Team?,
        among teams: [Team] = []
    ) -> [String] {
        let everyone = team.map { $0.email.isEmpty ? $0.members.compactMap(\.email) : $0.email } ?? []
        let addresses = step.flatMap { recipient -> [String] in
            switch recipient {
            case .assignee:
                return assigneeAddress(conversation, (team.map { [$0] } ?? []) + teams).map { [$0] } ?? everyone
            case .team: return everyone
            case .leads:
                let leads = (team?.members ?? []).filter(\.isLead).compactMap(\.email)
                return leads.isEmpty ? everyone : leads
            case .address(let address): return [address]
            }
        }
        var seen: Set<String> = []
        return addresses.filter { seen.insert($0.lowercased()).inserted }
    }

    private static func assigneeAddress(_ conversation: Conversation, _ teams: [Team]) -> String? {
        guard let name = conversation.assignee.map(Query.key) else { return nil }
        return teams.flatMap(\.members).first { Query.key($0.name) == name && $0.email != nil }?.email
    }
}

import HarkCore

/// Reads `sla.yaml`: the ordered promises.
enum PoliciesFile {
    static let keys = ["name", "when", "hours", "targets", "escalate", "pause", "reopen"]

    static func policies(_ root: Item?, teams: TeamsFile) -> [ServicePolicy] {
        guard let root, let fields = root.fields("sla.yaml", ["policies"]) else { return [] }
        var names = Taken("policy")
        var catchAll: Item?
        return (fields["policies"]?.list("policies") ?? []).compactMap { item in
            guard let (policy, isCatchAll) = policy(item, LadderReader(teams)) else { return nil }
            names.claim(policy.name, item)
            if let catchAll {
                item.wrong("never reached: the policy in line \(catchAll.line) has no “when” and takes everything")
            }
            if isCatchAll { catchAll = item }
            return policy
        }
    }

    private static func policy(_ item: Item, _ ladder: LadderReader) -> (policy: ServicePolicy, isCatchAll: Bool)? {
        guard let fields = item.fields("policy", keys) else { return nil }
        let name = item.required("name", of: fields)?.sentence("name")
        let condition = fields["when"].map { $0.condition("when") } ?? ("", .all)
        let hours = fields["hours"].map { $0.choice("hours", HoursChoice.self)?.hours } ?? .business
        let targets = item.required("targets", of: fields).map {
            TargetsReader(defaultHours: hours ?? .business).targets($0)
        }
        let escalations = fields["escalate"].map { ladder.ladder("escalate", $0) } ?? []
        guard let name, let condition, let targets else { return nil }
        let policy = ServicePolicy(
            name: name,
            text: condition.text,
            query: condition.query,
            targets: targets,
            escalations: escalations,
            source: item.source,
            pauses: fields["pause"].map(pauses) ?? ServicePolicy.usualPauses,
            reopening: fields["reopen"].flatMap { $0.choice("reopen", ServicePolicy.Reopening.self) } ?? .restart
        )
        return (policy, fields["when"] == nil)
    }

    /// The states in which a clock stands still: `resolution: [pending, snoozed]`; what is not named keeps the usual.
    private static func pauses(_ item: Item) -> [Clock.Metric: Set<Conversation.State>] {
        var pauses = ServicePolicy.usualPauses
        for (name, fieldItem) in item.fields("pause", Clock.Metric.promised.map(\.rawValue)) ?? [:] {
            guard let metric = Clock.Metric(rawValue: name) else { continue }
            pauses[metric] = Set(
                fieldItem.oneOrMore(name).compactMap { $0.choice(name, PauseState.self) }.map(\.state)
            )
        }
        return pauses
    }

    private enum PauseState: String, CaseIterable {
        case pending, snoozed

        var state: Conversation.State {
            switch self {
            case .pending: .pending
            case .snoozed: .snoozed
            }
        }
    }
}

/// The words for ``ServicePolicy/Hours``.
enum HoursChoice: String, CaseIterable {
    case business, calendar

    var hours: ServicePolicy.Hours {
        switch self {
        case .business: .business
        case .calendar: .calendar
        }
    }
}

import HarkCore
import Testing

@Suite("sla.yaml") struct PoliciesFileTests {
    @Test func targetsAndLadderAreRead() throws {
        let text = """
            policies:
              - name: private
                when: is:private
                hours: calendar
                targets:
                  first_response: {critical: 15m, high: 1h}
                  next_response: 4h
                  resolution: {hours: business, low: 2d}
                escalate:
                  - {at: 75%, to: [assignee, leads]}
                  - {at: breach, to: team}
                  - {at: breach+30m, to: boss@example.com}
              - name: rest
                targets: {first_response: 1d}
            """
        let policies = try configuration(["sla.yaml": text]).policies
        let policy = try #require(policies.first)
        #expect(policy.source == "sla.yaml:2")
        #expect(policy.targets.count == 2 + 4 + 1)
        #expect(policy.targets[.init(.firstResponse, .critical)] == .init(span: .minutes(15), hours: .calendar))
        #expect(policy.targets[.init(.firstResponse, .low)] == nil)
        #expect(policy.targets[.init(.nextResponse, .low)] == .init(span: .hours(4), hours: .calendar))
        #expect(policy.targets[.init(.resolution, .low)] == .init(span: .days(2), hours: .business))
        #expect(
            policy.escalations == [
                Escalation(point: .used(percent: 75), recipients: [.assignee, .leads]),
                Escalation(point: .breached(after: .zero), recipients: [.team]),
                Escalation(point: .breached(after: .minutes(30)), recipients: [.address("boss@example.com")]),
            ]
        )
        #expect(policies[1].query == .all)
        #expect(policies[1].targets[.init(.firstResponse, .normal)] == .init(span: .days(1), hours: .business))
    }

    @Test(arguments: [
        ("{name: a, targets: {first_response: 0m}}", "sla.yaml:2: “first_response” must be longer than zero"),
        ("{name: a, targets: {first_response: -5m}}", "“-5m” is no duration"),
        ("{name: a, targets: {first_reply: 5m}}", "unknown key “first_reply”"),
        ("{name: a, targets: {resolution: {urgent: 5m}}}", "unknown key “urgent”"),
        ("{name: a, targets: {resolution: {hours: business}}}", "“resolution” names no level"),
        ("{name: a, targets: {}}", "“targets” promises nothing"),
        ("{name: a}", "“targets” is missing"),
        ("{name: a, hours: office, targets: {resolution: 1d}}", "“office” is not known"),
        ("{name: a, targets: {resolution: 1d}, escalate: [{at: 101%, to: team}]}", "101% is outside 1% to 100%"),
        ("{name: a, targets: {resolution: 1d}, escalate: [{at: 50%, to: '@zoe'}]}", "unknown agent “zoe”"),
        ("{name: a, targets: {resolution: 1d}, escalate: [{at: 50%, to: 'team:cart'}]}", "unknown team “cart”"),
        ("{name: a, targets: {resolution: 1d}, escalate: [{at: 50%, to: team, repeat: 0m}]}", "longer than zero"),
        ("{name: a, targets: {resolution: 1d}, escalate: [{at: 50%, to: team, stopped_by: sleep}]}", "is not known"),
        ("{name: a, targets: {resolution: 1d}, escalate: [{at: 50%, to: 'ä@b.example'}]}", "is nobody"),
        ("{name: a, targets: {resolution: 1d}, escalate: [{at: 0%, to: team}]}", "0% is outside 1% to 100%"),
        ("{name: a, targets: {resolution: 1d}, escalate: [{at: soon, to: team}]}", "“soon” is no moment"),
        ("{name: a, targets: {resolution: 1d}, escalate: [{at: breach, to: boss}]}", "“boss” is nobody"),
        ("{name: a, targets: {resolution: 1d}, escalate: [{at: breach, to: []}]}", "“to” names nobody"),
        (
            "{name: a, targets: {resolution: 1d}, escalate: [{at: breach, to: team}, {at: 50%, to: team}]}",
            "the step comes no later than the one before it"
        ),
    ])
    func aMistakeIsNamedWithItsLine(_ policy: String, _ expected: String) throws {
        let found = try problems(["sla.yaml": "policies:\n  - \(policy)"])
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test func aPolicyBehindOneWithoutConditionIsNeverReached() throws {
        let text = "policies:\n  - {name: a, targets: {resolution: 1d}}\n  - {name: b, targets: {resolution: 2d}}"
        #expect(
            try problems(["sla.yaml": text]).first?.hasPrefix("sla.yaml:3: never reached: the policy in line 2") == true
        )
    }
}

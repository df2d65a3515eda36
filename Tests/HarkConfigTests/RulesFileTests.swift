import HarkCore
import Testing

@Suite("rules.yaml") struct RulesFileTests {
    @Test func aRuleSaysWhatItDoesAndWhereItStands() throws {
        let text = """
            rules:
              # outages first
              - name: outages
                when: topic:outage urgency>=high
                team: care
                tags: [outage, now]
                urgency: +20
                then: go-on
              - {name: praise, when: sentiment:positive, tags: praise, urgency: -10}
            """
        let routing = try configuration(["rules.yaml": text]).routing
        #expect(routing.defaultTeam == "care")
        let (first, second) = (routing.rules[0], routing.rules[1])
        #expect(first.source == "rules.yaml:3")
        #expect(first.text == "topic:outage urgency>=high")
        #expect(first.team == "care")
        #expect(first.tags == ["outage", "now"])
        #expect(first.urgencyShift == 20)
        #expect(!first.stops)
        #expect(second.tags == ["praise"])
        #expect(second.urgencyShift == -10)
        #expect(second.stops)
    }

    @Test(arguments: [
        ("{name: a, when: x, urgencyy: 3}", "rules.yaml:2: unknown key “urgencyy”; did you mean “urgency”?"),
        ("{name: a, when: x, team: caree}", "unknown team “caree”; did you mean “care”?"),
        ("{name: a, when: x, team: sales}", "unknown team “sales”; known here: care"),
        ("{name: a, when: x, urgency: lots}", "“lots” is no whole number from -100 to 100"),
        ("{name: a, when: x, then: goon}", "“goon” is not known; did you mean “go-on”?"),
        ("{name: a, when: x}", "the rule does nothing"),
        ("{name: a, team: care}", "“when” is missing"),
        ("{when: x, team: care}", "“name” is missing"),
        ("{name: a, when: [x], team: care}", "“when” must be a single value, here is a list"),
        ("just words", "“rule” must be keys with values"),
    ])
    func aMistakeIsNamedWithItsLine(_ rule: String, _ expected: String) throws {
        let found = try problems(["rules.yaml": "rules:\n  - \(rule)"])
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test func aConditionThatCannotBeReadIsNamedWithThePlaceInIt() throws {
        let found = try problems(["rules.yaml": "rules:\n  - name: a\n    when: colour:red or\n    team: care"])
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("rules.yaml:3: “when” at character ") == true, "\(found)")
    }

    @Test func twoRulesOfOneNameAreRefused() throws {
        let text = "rules:\n  - {name: a, when: x, team: care}\n  - {name: a, when: y, team: care}"
        #expect(
            try problems(["rules.yaml": text]) == [
                "rules.yaml:3: the rule “a” stands already in line 2; give each its own"
            ]
        )
    }
}

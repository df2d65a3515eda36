import Foundation
import HarkCore
import Testing

/// Whole conversations of another project's suite, replayed. S1 is an older notion, so only its single figures count.
struct ScenarioTests {
    private struct Suite: Decodable {
        var scenarios: [Scenario]
        var calendars: [String: Raw]
    }

    private struct Scenario: Decodable {
        var id: String
        var calendar: String
        var policyMinutes: [String: Int64]
        var timeline: [Step]

        enum CodingKeys: String, CodingKey {
            case id, calendar, timeline
            case policyMinutes = "policy_minutes"
        }
    }

    private struct Step: Decodable {
        var at: String?
        var expect: [String: Raw]

        func instant(_ name: String) -> Instant? { expect[name]?.text.flatMap { Instant($0) } }
        func number(_ name: String) -> Double? { expect[name]?.number }
    }

    /// Any JSON value, kept as it came.
    private enum Raw: Decodable {
        case text(String), number(Double), other(Data)

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if let number = try? value.decode(Double.self) {
                self = .number(number)
            } else {
                self = .other(Data())
            }
        }

        var text: String? { if case .text(let text) = self { text } else { nil } }
        var number: Double? { if case .number(let number) = self { number } else { nil } }
    }

    private func scenario(_ id: String) throws -> (Scenario, BusinessCalendar) {
        let bytes = try SharedFacts.bytes()
        let suite = try JSONDecoder().decode(Suite.self, from: Data(bytes))
        let scenario = try #require(suite.scenarios.first { $0.id == id })
        let whole = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let calendars = try #require(whole["calendars"] as? [String: Any])
        let written = try JSONSerialization.data(withJSONObject: try #require(calendars[scenario.calendar]))
        return (scenario, try BusinessCalendar(json: [UInt8](written)))
    }

    private func play(_ scenario: Scenario, _ calendar: BusinessCalendar) -> Play {
        var policy = standard
        policy.targets = [:]
        policy.escalations = []
        policy.pauses = [.resolution: [.pending], .nextResponse: [.pending], .firstResponse: [.pending]]
        let names: [String: Clock.Metric] = [
            "first_response": .firstResponse, "update_after_customer": .nextResponse, "solution": .resolution,
        ]
        for (name, minutes) in scenario.policyMinutes {
            for level in Urgency.Level.allCases {
                guard let metric = names[name] else { continue }
                policy.targets[.init(metric, level)] = .init(span: .minutes(minutes), hours: .business)
            }
        }
        var team = support
        team.calendar = calendar
        var play = Play()
        play.policy = policy
        play.levels = ServiceLevel(policies: [policy], teams: [team])
        return play
    }

    @Test(.enabled(if: SharedFacts.areThere, "set HARK_SHARED to the folder that holds sla-cases.json"))
    func theFiguresOfTheOlderNotionAreSingleCalculations() throws {
        let (scenario, calendar) = try scenario("zammad-S1")
        let created = at("2013-03-21T09:30:00Z")
        let first = try #require(scenario.timeline.first)
        for (name, target) in [
            ("first_response", "first_response"), ("update", "update_after_customer"), ("solution", "solution"),
        ] {
            let minutes = try #require(scenario.policyMinutes[target])
            #expect(calendar.instant(after: .minutes(minutes), from: created) == first.instant(name + "_due"))
        }
        // Response at 10:00 and at 14:00, contact at 11:00 and at 12:00, close at 11:30 and at 13:00.
        let ends: [(name: String, step: Int, at: String)] = [
            ("first_response", 1, "10:00"), ("first_response", 2, "14:00"), ("update", 3, "11:00"),
            ("update", 4, "12:00"), ("solution", 7, "11:30"), ("solution", 8, "13:00"),
        ]
        for end in ends {
            let used = calendar.openTime(from: created, to: at("2013-03-21T\(end.at):00Z"))
            let expected = try #require(scenario.timeline[end.step].number(end.name + "_minutes"))
            #expect(Double(used.milliseconds) / 60_000 == expected, "\(end)")
        }
    }

    @Test(.enabled(if: SharedFacts.areThere, "set HARK_SHARED to the folder that holds sla-cases.json"))
    func whatNoPolicyPromisesAnyMoreHasNoDeadline() throws {
        let (scenario, calendar) = try scenario("zammad-S2")
        var play = play(scenario, calendar)
        play.customerSpeaks("2013-03-21T09:30:00Z")
        #expect(ServiceLevel.dueAt(of: play.active) == scenario.timeline[0].instant("next"))
        #expect(play.clock(.resolution)?.dueAt == scenario.timeline[0].instant("solution_due"))
        play.policy = nil
        play.isMoved(to: "support", "2013-03-21T09:45:00Z")
        #expect(ServiceLevel.dueAt(of: play.active) == nil && play.active.isEmpty)
    }

    @Test(.enabled(if: SharedFacts.areThere, "set HARK_SHARED to the folder that holds sla-cases.json"))
    func pendingSuspendsAndTheCustomerResumes() throws {
        let (scenario, calendar) = try scenario("zammad-S3")
        let steps = scenario.timeline
        var play = play(scenario, calendar)
        func agrees(_ step: Int) -> Bool {
            let (ours, theirs) = (ServiceLevel.dueAt(of: play.active), steps[step].instant("next"))
            guard let ours, let theirs else { return ours == nil && theirs == nil }
            let tolerance = Int64((steps[step].number("tolerance_s") ?? 0) * 1000)
            return abs((ours - theirs).milliseconds) <= tolerance
        }
        let times = try steps.map { try #require($0.at) }
        play.customerSpeaks(times[0])
        #expect(agrees(0), "\(String(describing: ServiceLevel.dueAt(of: play.active)))")
        play.weReply(times[1])
        play.becomes(.pending, times[1])
        #expect(agrees(1))
        play.becomes(.open, times[2])
        play.customerSpeaks(times[2])
        #expect(agrees(2), "\(String(describing: ServiceLevel.dueAt(of: play.active)))")
        play.becomes(.pending, times[3])
        #expect(agrees(3))
        play.becomes(.open, times[4])
        play.customerSpeaks(times[4])
        #expect(agrees(4), "\(String(describing: ServiceLevel.dueAt(of: play.active)))")
        play.customerSpeaks(times[5])
        #expect(agrees(5))
    }
}

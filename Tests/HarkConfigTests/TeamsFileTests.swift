import HarkCore
import Testing

@Suite("teams.yaml") struct TeamsFileTests {
    @Test func aTeamHasMembersAddressesAndHours() throws {
        let text = """
            default_team: care
            teams:
              - name: care
                email: care@example.com
                time_zone: Europe/Berlin
                hours: {mon-thu: "09:00-17:00", friday: 9:00 - 12:30, sat: ["10:00-12:00", "13:00-24:00"]}
                holidays: [2026-12-25]
                date_hours: {2026-12-24: "08:00-12:00"}
                members:
                  - {name: ana, email: ana@example.com, lead: true}
                  - {name: ben, capacity: 3, languages: [de, en], time_zone: UTC, hours: {mon: "10:00-12:00"}}
                assign: {mode: least_open, capacity: 5}
              - {name: night, email: [a@example.com, b@example.com], hours: always}
              - {name: shop, time_zone: Europe/Vienna, hours: {weekdays: "08:00-16:00", weekend: []}}
            """
        let teams = try configuration(["teams.yaml": text]).teams
        let care = try #require(teams.first)
        #expect(care.calendar.timeZone == "Europe/Berlin")
        #expect(care.calendar.hours[.monday] == [32_400..<61_200])
        #expect(care.calendar.hours[.friday] == [32_400..<45_000])
        #expect(care.calendar.hours[.saturday] == [36_000..<43_200, 46_800..<86_400])
        #expect(care.calendar.hours[.sunday] == nil)
        #expect(care.calendar.holidays == [.init(year: 2026, month: 12, day: 25)])
        #expect(care.calendar.dateHours == [.init(year: 2026, month: 12, day: 24): [28_800..<43_200]])
        #expect(
            care.members == [
                Agent(name: "ana", email: "ana@example.com", isLead: true),
                Agent(
                    name: "ben",
                    email: nil,
                    capacity: 3,
                    languages: [.german, .english],
                    calendar: BusinessCalendar(timeZone: "UTC", hours: [.monday: [36_000..<43_200]])
                ),
            ]
        )
        #expect(care.assignment == Assignment(mode: .leastOpen, capacity: 5))
        #expect(teams[1].email == ["a@example.com", "b@example.com"])
        #expect(teams[1].calendar == .always)
        #expect(teams[2].calendar.hours[.wednesday] == [28_800..<57_600])
    }

    @Test func aNightShiftGoesOnAfterMidnight() throws {
        let text = "default_team: care\nteams: [{name: care, time_zone: UTC, hours: {fri: \"22:00-06:00\"}}]\n"
        let calendar = try #require(try configuration(["teams.yaml": text]).teams.first?.calendar)
        let open = try #require(Instant("2026-11-27T22:00:00Z"))
        let nights = [0, 7].map { open + .days($0)..<open + .days($0) + .hours(8) }
        #expect(calendar.periods(from: open, limit: 2) == nights)
    }

    static let team = "default_team: care\nteams:\n  - name: care\n    time_zone: Europe/Berlin\n"

    @Test(arguments: [
        ("    hours: {mon: \"09:00-09:00\"}", "teams.yaml:5: “mon”: 09:00-09:00 are no hours; around the clock is"),
        ("    hours: {mon: [\"22:00-06:00\", \"23:00-24:00\"]}", "“mon”: the hours overlap"),
        ("    hours: {mon: \"09:00-25:00\"}", "are no hours"),
        ("    hours: {mon: [\"09:00-12:00\", \"11:00-13:00\"]}", "“mon”: the hours overlap"),
        ("    hours: {mon-fri: \"09:00-12:00\", tue: \"13:00-14:00\"}", "tuesday has hours already"),
        ("    hours: {moon: \"09:00-12:00\"}", "“moon” names no days"),
        ("    hours: {fri-mon: \"09:00-12:00\"}", "“fri-mon” names no days"),
        ("    hours: {}", "“hours” is never open"),
        ("    hours: sometimes", "“hours” must be keys with values"),
        ("    holidays: [2026-13-01]", "“2026-13-01” is no date"),
        ("    date_hours: {christmas: \"08:00-12:00\"}", "“christmas” is no date"),
        ("    email: care", "“care” is no mail address"),
        ("    members: [ana]", "teams.yaml:5: “member” must be keys with values"),
        ("    members: [{name: ana}, {name: ana}]", "the member “ana” stands already"),
        ("    members: [{name: ana, lead: perhaps}]", "“perhaps” is not known"),
        ("  - name: care", "the team “care” stands already in line 3"),
        ("  - {name: b, hours: {mon: \"09:00-12:00\"}}", "“time_zone” is missing"),
        ("  - {name: a b}", "“a b” is no name"),
    ])
    func aMistakeIsNamedWithItsLine(_ lines: String, _ expected: String) throws {
        let found = try problems(["teams.yaml": Self.team + lines])
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test func theDefaultTeamMustExist() throws {
        let found = try problems(["teams.yaml": "default_team: caer\nteams:\n  - name: care"])
        #expect(found == ["teams.yaml:1: unknown team “caer”; known here: care"])
        #expect(try problems(["teams.yaml": "teams:\n  - name: care"]) == ["teams.yaml:1: “default_team” is missing"])
    }

    @Test func oneNameIsOnePerson() throws {
        let text = """
            default_team: a
            teams:
              - {name: a, members: [{name: ana, email: ana@example.com}]}
              - {name: b, members: [{name: ana, email: other@example.com}]}
            """
        #expect(try problems(["teams.yaml": text]).first?.contains("teams.yaml:4: “ana” has another address") == true)
    }
}

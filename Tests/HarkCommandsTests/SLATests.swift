import HarkCore
import Testing

@testable import HarkCommands

@Suite("Working hours are reckoned without a server")
struct SLATests {
    private let files = [
        "office.yaml": """
        time_zone: Europe/Berlin
        hours: {mon-fri: "09:00-17:00"}
        holidays: [2026-12-25]
        """,
        "teams.yaml": """
        default_team: care
        teams:
          - {name: care, time_zone: UTC, hours: {daily: "08:00-20:00"}}
        """,
        "office.json": #"{"timezone": "Europe/Berlin", "hours": {"mon": [["09:00", "17:00"]]}}"#,
        "broken.yaml": "time_zone: Europe/Atlantis\nhours: {mon: \"9-17\"}\n",
        "cases.json": """
        {"calendars": {"c": {"timezone": "UTC", "hours": {"mon": [["09:00", "17:00"]]}}}, "cases": [
        {"id": "one", "kind": "is_open", "source": "us", "calendar": "c", "at": "2026-11-23T10:00:00Z", "open": true},
        {"id": "two", "kind": "is_open", "source": "us", "calendar": "c", "at": "2026-11-23T10:00:00Z", "open": false}]}
        """,
    ]

    private func run(_ words: [String]) async -> Ran {
        await hark(words: ["sla"] + words, environment: [:], files: files)
    }

    @Test(arguments: [
        (["--calendar", "office.yaml", "--start", "2026-11-23T16:30", "--target", "90m"], "2026-11-24T09:00:00.000Z"),
        (
            ["--calendar", "office.yaml", "--start", "2026-11-23T16:00:00Z", "--target", "1h"],
            "2026-11-24T09:00:00.000Z"
        ),
        (["--calendar", "office.yaml", "--start", "2026-12-24 16:00", "--target", "2h"], "2026-12-28T09:00:00.000Z"),
        (["--calendar", "office.json", "--start", "2026-11-23T16:00", "--target", "2h"], "2026-11-30T09:00:00.000Z"),
        (
            ["--calendar", "teams.yaml", "--team", "care", "--start", "2026-11-23T19:30", "--target", "1h"],
            "2026-11-24T08:30:00.000Z"
        ),
        (
            [
                "--calendar", "office.yaml", "--start", "2026-11-23T09:00", "--target", "1h",
                "--pause", "2026-11-23T09:30/2026-11-23T12:00",
            ],
            "2026-11-23T11:30:00.000Z"
        ),
    ])
    func aTargetIsDue(_ words: [String], _ due: String) async {
        let ran = await run(["due"] + words)
        #expect(ran.data == due + "\n" && ran.status == 0, "\(ran.messages)")
    }

    @Test(arguments: [
        (["--calendar", "office.yaml", "--start", "2026-11-23T09:00", "--target", "0m"], "target must be > 0"),
        (["--calendar", "office.yaml", "--start", "soon", "--target", "1h"], "no time"),
        (["--calendar", "teams.yaml", "--start", "2026-11-23T09:00", "--target", "1h"], "--team: care"),
        (["--calendar", "broken.yaml", "--start", "2026-11-23T09:00", "--target", "1h"], "broken.yaml:1"),
        (["--calendar", "nowhere.yaml", "--start", "2026-11-23T09:00", "--target", "1h"], "cannot be read"),
    ])
    func whatCannotBeReckonedSaysWhy(_ words: [String], _ reason: String) async {
        let ran = await run(["due"] + words)
        #expect(ran.status != 0 && ran.data.isEmpty && ran.messages.contains(reason), "\(ran.messages)")
    }

    @Test func aCaseFileThatDisagreesEndsWithOne() async {
        let ran = await run(["cases", "cases.json"])
        #expect(ran.status == 1)
        #expect(ran.data.contains("two is_open (us): expected false, got true"), "\(ran.data)")
        let json = await run(["cases", "cases.json", "--json"])
        #expect(json.status == 1)
        for part in [#""agree" : 1"#, #""disagree" : 1"#, #""byKind""#, #""bySource""#, #""disagreements""#] {
            #expect(json.data.contains(part), "\(json.data)")
        }
    }
}

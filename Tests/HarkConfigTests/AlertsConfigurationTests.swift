import Foundation
import HarkConfig
import HarkCore
import Testing

@Suite("Alerts in hark.yaml, teams.yaml and templates/") struct AlertsConfigurationTests {
    @Test func withoutAWordTheyTravelAsAlertmanagersDo() throws {
        let alerts = try configuration([:]).alerts
        #expect(alerts.groupWait == .seconds(30))
        #expect(alerts.groupInterval == .minutes(5))
        #expect(alerts.repeatInterval == .hours(4))
        #expect(alerts.unattended == nil && alerts.spikes == nil)
    }

    @Test func everythingCanBeSet() throws {
        let text = """
            alerts:
              group_wait: 0
              group_interval: 1m
              repeat_interval: 2h
              acknowledged_for: 30m
              channels: {to: boss@example.com, repeat: 1d}
              unattended: {after: 90m, to: [team, "team:care"]}
              spikes: {minimum: 50, deviations: 4, cool_down: 1h, to: leads}
            """
        let alerts = try configuration(["hark.yaml": text]).alerts
        #expect(alerts.groupWait == .zero && alerts.acknowledgedFor == .minutes(30))
        #expect(alerts.channels.recipients == [.address("boss@example.com")] && alerts.channels.repeats == .days(1))
        #expect(alerts.unattended?.after == .minutes(90))
        #expect(alerts.unattended?.step.recipients == [.team, .otherTeam("care")])
        #expect(alerts.spikes?.minimum == 50 && alerts.spikes?.deviations == 4 && alerts.spikes?.coolDown == .hours(1))
    }

    @Test func aTeamHasALadderALanguageAndQuietHours() throws {
        let text = """
            default_team: care
            teams:
              - name: care
                time_zone: Europe/Berlin
                language: de
                quiet_hours: {daily: ["00:00-07:00", "22:00-24:00"]}
                ladder:
                  - {at: 75%, to: "@ben"}
                  - {at: -15m, to: assignee}
                  - {at: 100%, to: team, repeat: 1h, stopped_by: [reply, reassignment]}
                  - {at: +15m, to: ["team:night", boss@example.com]}
              - name: night
                members: [{name: ben, email: ben@example.com}]
            """
        let team = try #require(try configuration(["teams.yaml": text]).teams.first)
        #expect(team.language == .german)
        #expect(team.quietHours?.hours[.sunday] == [0..<25_200, 79_200..<86_400])
        #expect(team.quietHours?.timeZone == "Europe/Berlin")
        #expect(
            team.ladder == [
                Escalation(point: .used(percent: 75), recipients: [.agent("ben")]),
                Escalation(point: .before(.minutes(15)), recipients: [.assignee]),
                Escalation(
                    point: .breached(after: .zero),
                    recipients: [.team],
                    repeats: .hours(1),
                    stoppedBy: [.reply, .reassignment]
                ),
                Escalation(
                    point: .breached(after: .minutes(15)),
                    recipients: [.otherTeam("night"), .address("boss@example.com")]
                ),
            ]
        )
    }

    @Test(arguments: [
        ("hark.yaml", "alerts: {group_wiat: 3s}", "hark.yaml:1: unknown key “group_wiat”"),
        ("hark.yaml", "alerts: {group_interval: 0}", "“0” is no duration"),
        ("hark.yaml", "alerts:\n  spikes: {minimum: 1}", "hark.yaml:2: “minimum”"),
        ("hark.yaml", "alerts:\n  unattended: {to: team}", "“after” is missing"),
        ("hark.yaml", "alerts:\n  channels: {to: \"@zoe\"}", "unknown agent “zoe”"),
        (
            "hark.yaml", "mail: {host: h, from: a@b.example, ca_file: missing.pem}",
            "missing.pem does not exist"
        ),
        ("teams.yaml", "default_team: a\nteams:\n  - {name: a, language: fr}", "teams.yaml:3: “language”: “fr”"),
        (
            "teams.yaml", "default_team: a\nteams:\n  - {name: a, ladder: [{at: 50%, to: \"team:b\"}]}",
            "unknown team “b”"
        ),
    ])
    func aMistakeIsNamedWithItsLine(_ file: String, _ text: String, _ expected: String) throws {
        let found = try problems([file: text])
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test func aTemplateIsReplacedOrItsMistakeNamedWithItsLine() throws {
        let folder = try Folder()
        defer { folder.remove() }
        let before = try folder.load()
        try FileManager.default.createDirectory(atPath: folder.path + "/templates", withIntermediateDirectories: true)
        try folder.write(Data("Hello {{author}}\n".utf8), to: "templates/alert.de.txt")
        let read = try folder.load()
        #expect(read.templates != .builtIn)
        #expect(read.fingerprint != before.fingerprint)
        try folder.write(Data("Hello\n{{autor}} {{#words}}\n".utf8), to: "templates/alert.de.txt")
        try folder.write(Data("<img src=x>".utf8), to: "templates/digest.en.html")
        try folder.write(Data("x".utf8), to: "templates/alert.fr.txt")
        let found = problems { try folder.load() }
        #expect(found.contains { $0.hasPrefix("templates/alert.de.txt:2: nothing is called “autor” here") }, "\(found)")
        #expect(found.contains { $0.hasPrefix("templates/alert.de.txt:2: “{{#words}}” has no") }, "\(found)")
        #expect(found.contains { $0.hasPrefix("templates/digest.en.html:1: “src=” loads or runs something") })
        #expect(found.contains { $0.hasPrefix("templates/alert.fr.txt:1: unknown template") })
    }
}

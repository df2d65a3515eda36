import Foundation
import HarkCore
import Testing

@Suite("channels.yaml") struct ChannelsFileTests {
    @Test func aChannelCarriesItsSecretsAndItsTimes() throws {
        let folder = try Folder([
            "channels.yaml": """
            channels:
              - id: acme
                network: mastodon
                account: "1098"
                endpoint: shared
                server: https://social.example
                secrets: {token: env:TOKEN, key: file:key.txt}
                settings: {visibility: unlisted, limit: 40}
                poll: 1h30m
                backfill: 2d
                reopen: {within: 7d, owner: clear}
              - {id: second, network: telegram, account: "7", backfill: 2026-11-01, reopen: never}
              - {id: third, network: telegram, account: "8", backfill: all, reopen: 36h}
            """
        ])
        defer { folder.remove() }
        try folder.write(Data("  k3y\n".utf8), to: "key.txt")
        let channels = try folder.load(["TOKEN": "t0ken"]).channels
        #expect(channels.map(\.id.rawValue) == ["acme", "second", "third"])
        #expect(channels[0].secrets.mapValues { $0.reveal() } == ["token": "t0ken", "key": "k3y"])
        #expect(channels[0].settings == ["visibility": "unlisted", "limit": "40"])
        #expect(channels[0].endpoint == "shared")
        #expect(channels[0].pollInterval == .minutes(90))
        #expect(channels[0].backfillFloor == Folder.now - .days(2))
        #expect(channels[1].endpoint == "second")
        #expect(channels[1].pollInterval == .seconds(60))
        #expect(channels[1].backfillFloor == Instant("2026-11-01T00:00:00Z"))
        #expect(channels[2].backfillFloor == nil)
        let rules = [ReopenRule(.within(.days(7)), owner: .clear), ReopenRule(.never), ReopenRule(.within(.hours(36)))]
        #expect(channels.map(\.reopening) == rules)
    }

    static let channel = "channels:\n  - id: acme\n    network: mastodon\n    account: \"1\"\n"

    @Test(arguments: [
        ("    secrets: {token: env:NOPE}", "channels.yaml:5: “token”: the environment variable NOPE is not set"),
        ("    secrets: {token: env:EMPTY}", "the environment variable EMPTY is empty"),
        ("    secrets: {token: \"env:a b\"}", "stands the name of an environment variable"),
        ("    secrets: {token: file:none.txt}", "none.txt does not exist"),
        ("    secrets: {token: file:.}", "is no regular file"),
        ("    secrets: {token: file:empty.txt}", "empty.txt is empty"),
        ("    poll: 90", "“90” is no duration"),
        ("    poll: 0s", "“poll” must be longer than zero"),
        ("    poll: 5m1h", "“5m1h” is no duration"),
        ("    poll: 999999999d", "is no duration"),
        ("    backfill: yesterday", "“yesterday” is no time"),
        ("    backfill: 2026-02-30", "“2026-02-30” is no time"),
        ("    reopen: sometimes", "“sometimes” is no duration; write always, never, or one like 7d"),
        ("    reopen: {within: 0s}", "“within”: “0s” is no duration"),
        ("    reopen: {owner: lose}", "“owner”: “lose” is not known"),
        ("    server: ftp://x", "“server”"),
        ("    endpoint: a/b", "“a/b” is no name"),
        (
            "  - {id: acme, network: mastodon, account: \"2\"}",
            "channels.yaml:5: the channel “acme” stands already in line 2"
        ),
        ("  - {id: b, network: mastodon, account: \"1\"}", "the account “1 on mastodon” stands already in line 2"),
        (
            "  - {id: b, network: mastodonn, account: \"2\"}",
            "did you mean “mastodon”? built in are: mastodon, telegram"
        ),
        ("  - {id: b, network: fax, account: \"2\"}", "unknown network “fax”; built in are: mastodon, telegram"),
        ("  - id: b", "“network” is missing"),
    ])
    func aMistakeIsNamedWithItsLine(_ lines: String, _ expected: String) throws {
        let folder = try Folder(["channels.yaml": Self.channel + lines])
        defer { folder.remove() }
        try folder.write(Data(" \n".utf8), to: "empty.txt")
        let found = problems { try folder.load(["EMPTY": ""]) }
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test func aSecretInTheFileIsRefusedAndNeverRepeated() throws {
        let found = try problems(["channels.yaml": Self.channel + "    secrets: {token: xoxb-hunter2}"])
        #expect(
            found == [
                "channels.yaml:5: “token” holds a secret itself; put it elsewhere and write env:NAME or file:PATH here"
            ]
        )
    }
}

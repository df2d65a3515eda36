import Foundation
import HarkConfig
import HarkCore
import Testing

@Suite("The shipped Config folder") struct ShippedConfigurationTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Config")

    static let networks = [
        "discord", "facebook", "instagram", "line", "mastodon", "messenger", "slack", "standard-webhooks", "telegram",
        "whatsapp",
    ].map { Network($0) }

    @Test func itIsValidAsItStandsWithoutAnyEnvironment() throws {
        let path = Self.folder.path
        let read = try ConfigurationLoader(path: path, environment: [:], knownNetworks: []).load(now: Folder.now)
        #expect(read.channels.isEmpty)
        #expect(read.teams.map(\.name) == ["care", "technik"])
        #expect(read.routing.rules.count >= 3)
        #expect(read.policies.count == 2)
        #expect(read.keywords == path + "/keywords")
    }

    @Test func itsCommentedExamplesAreValidOnceUncommented() throws {
        let folder = try Folder()
        defer { folder.remove() }
        for name in ["hark.yaml", "channels.yaml", "teams.yaml", "rules.yaml", "sla.yaml"] {
            let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
            // Examples stand behind “# ” and look like a key or a list item; prose does not.
            let example = /^(\s*)# ((?:- )?\s*[a-z_]+:(?: .*)?|\s*- \{.*)$/
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.wholeMatch(of: example).map { String($0.1 + $0.2) } ?? String(line)
            }
            try folder.write(Data(lines.joined(separator: "\n").utf8), to: name)
        }
        try FileManager.default.createDirectory(atPath: folder.path + "/secrets", withIntermediateDirectories: true)
        try folder.write(Data("key".utf8), to: "secrets/shop-signing-key")
        let variables = [
            "HARK_SMTP_PASSWORD", "MASTODON_TOKEN", "TELEGRAM_TOKEN", "META_PAGE_TOKEN", "META_APP_SECRET",
            "META_VERIFY_TOKEN", "WHATSAPP_TOKEN", "LINE_TOKEN", "LINE_CHANNEL_SECRET", "SLACK_TOKEN",
            "SLACK_SIGNING_SECRET",
            "DISCORD_TOKEN",
        ]
        let environment = Dictionary(uniqueKeysWithValues: variables.map { ($0, "x") })
        let loader = ConfigurationLoader(path: folder.path, environment: environment, knownNetworks: Self.networks)
        let read = try loader.load(now: Folder.now)
        #expect(Set(read.channels.map(\.network)) == Set(Self.networks))
        #expect(read.channels.filter { $0.endpoint == "meta" }.count == 4)
        #expect(read.teams.first { $0.name == "care" }?.ladder.count == 4)
        #expect(read.mail?.host == "smtp.example.com")
    }

    @Test func itsTemplatesAreThoseBuiltIn() throws {
        for key in MailTemplates.Key.all {
            let file = Self.folder.appendingPathComponent("templates/\(key.file)")
            #expect(try String(contentsOf: file, encoding: .utf8) == BuiltInTemplates.text(key), "\(key.file)")
        }
    }
}

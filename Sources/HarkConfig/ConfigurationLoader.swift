import Foundation
public import HarkCore

/// Reads the files of a configuration folder into one checked value.
///
/// `hark.yaml` is named; `channels.yaml`, `teams.yaml`, `rules.yaml` and `sla.yaml` stand beside it, `macros.yaml` and the
/// folder `canned` may. Every mistake of every file is collected, so that one run shows all of them.
public struct ConfigurationLoader: Sendable {
    private static let others = ["channels.yaml", "teams.yaml", "rules.yaml", "sla.yaml"]

    private let path: String
    private let environment: [String: String]
    private let knownNetworks: [Network]
    private let replacing: [String: String]

    /// A loader for `hark.yaml` at a path, or for the folder that holds it.
    ///
    /// - Parameters:
    ///   - path: Where it stands.
    ///   - environment: What `env:` refers to.
    ///   - knownNetworks: The networks there are.
    ///   - replacing: Files beside it, by name, that are read from elsewhere: to try them.
    public init(
        path: String,
        environment: [String: String],
        knownNetworks: [Network],
        replacing: [String: String] = [:]
    ) {
        let url = URL(fileURLWithPath: path)
        let isFolder = (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
        self.path = (isFolder ? url.appendingPathComponent("hark.yaml") : url).standardizedFileURL.path
        self.environment = environment
        self.knownNetworks = knownNetworks
        self.replacing = replacing
    }

    /// Reads and checks everything. `now` is what `backfill: 1d` counts back from.
    public func load(now: Instant) throws(Failure) -> Configuration {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let findings = Findings()
        let server = root(path, findings)
        let others = Self.others.map { root(replacing[$0] ?? folder + "/" + $0, findings) }
        let references = References(folder: folder, environment: environment)

        let service = ServerFile(server, references: references)
        let channels = ChannelsFile(references: references, knownNetworks: knownNetworks, now: now).channels(others[0])
        let places = CalendarPlaces(folder: folder, feeds: CalendarFeeds(besideDatabase: service.database))
        let teams = TeamsFile(others[1], places: places)
        let rules = RulesFile(teams: teams).rules(others[2])
        let policies = PoliciesFile.policies(others[3], teams: teams)
        let alerts = AlertsReader(ladder: LadderReader(teams)).settings(service.alerts)
        let templates = TemplatesFolder(path: folder + "/templates", findings: findings).templates()
        let texts = CannedFolder(findings: findings).texts(in: folder + "/canned")
        let macrosRoot =
            FileManager.default.fileExists(atPath: folder + "/macros.yaml")
            ? root(folder + "/macros.yaml", findings) : nil
        let macros = MacrosFile(teams: teams, texts: texts).macros(macrosRoot)
        try refuse(findings)

        var fingerprint = Fingerprint()
        for item in [server] + others + [macrosRoot] { item.map { fingerprint.add($0) } }
        for text in texts { fingerprint.add(text) }
        for (file, text) in templates.sources.sorted(by: { $0.key < $1.key }) {
            fingerprint.add(text: file)
            fingerprint.add(text: text)
        }
        for team in teams.teams {
            fingerprint.add(text: team.calendar.holidays.sorted().map(\.written).joined(separator: " "))
        }
        return Configuration(
            host: service.host,
            port: service.port,
            publicURL: service.publicURL ?? service.localURL,
            database: service.database,
            keywords: service.keywords.hasPrefix("/") ? service.keywords : folder + "/" + service.keywords,
            channels: channels,
            teams: teams.teams,
            routing: Routing(rules: rules.map { $0.resolving(channels) }, defaultTeam: teams.defaultTeam),
            policies: policies.map { $0.resolving(channels) },
            mail: service.mail,
            alerts: alerts,
            templates: templates,
            replyHold: service.replyHold,
            cannedTexts: texts,
            macros: macros,
            calendarCopies: places.copies,
            fingerprint: fingerprint.text
        )
    }

    private func root(_ path: String, _ findings: Findings) -> Item? {
        YAMLFile(name: URL(fileURLWithPath: path).lastPathComponent, findings: findings).root(at: path)
    }

    private func refuse(_ findings: Findings) throws(Failure) {
        let first = URL(fileURLWithPath: path).lastPathComponent
        let problems = findings.problems(inOrderOf: [first] + Self.others + ["macros.yaml"])
        guard !problems.isEmpty else { return }
        let count = problems.count == 1 ? "one mistake" : "\(problems.count) mistakes"
        throw Failure(
            .badConfiguration,
            "the configuration beside \(path) has \(count); nothing was changed",
            problems: problems
        )
    }
}

extension Rule {
    /// The rule with `to:` read as the channels of that account.
    fileprivate func resolving(_ channels: [Channel]) -> Rule {
        var rule = self
        rule.query = query.resolving(accountsOf: channels)
        return rule
    }
}

extension ServicePolicy {
    /// The policy with `to:` read as the channels of that account.
    fileprivate func resolving(_ channels: [Channel]) -> ServicePolicy {
        var policy = self
        policy.query = query.resolving(accountsOf: channels)
        return policy
    }
}

import HarkConfig
import HarkConnectors
import HarkCore

/// Makes the setup that a service judges by out of the files it is named.
struct SetupLoader: Sendable {
    let path: String
    let environment: [String: String]
    let clock: any WallClock
    /// Files of the configuration, by name, that are read from elsewhere: to try them.
    var replacing: [String: String] = [:]

    static let connectors = ConnectorRegistry(Connectors.all)

    /// Reads and checks everything, the channels' own needs included. Throws ``Failure`` with every problem.
    func configuration() throws -> Configuration {
        let loader = ConfigurationLoader(
            path: path,
            environment: environment,
            knownNetworks: Self.connectors.networks,
            replacing: replacing
        )
        var configuration = try loader.load(now: clock.now)
        let grants = grants(beside: configuration.database)
        configuration.channels = try configuration.channels.map { $0.with(try grants.grant(of: $0.id)) }
        let problems = configuration.channels.flatMap { channel in
            (Self.connectors.connector(for: channel.network)?.problems(of: channel) ?? []).map {
                Failure.Problem(pointer: "channels.yaml: \(channel.id)", detail: $0)
            }
        }
        guard problems.isEmpty else {
            throw Failure(.badConfiguration, "some channels are not complete; nothing was changed", problems: problems)
        }
        return configuration
    }

    /// Where tokens are kept that renew themselves.
    func grants(beside database: String) -> GrantFolder { GrantFolder(besideDatabase: database) }

    /// The configuration with the model its keyword tables make.
    func setup() throws -> Setup {
        let configuration = try configuration()
        let model = try KeywordFolder.load(configuration.keywords)
        var setup = Setup(configuration: configuration, triage: model, connectors: Self.connectors)
        setup.readPolicies = { try PoliciesText.read($0) }
        return setup
    }
}

import Synchronization

/// What the running service judges by: the configuration and what was built from it.
public struct Setup: Sendable {
    /// Everything a team configured.
    public var configuration: Configuration
    /// The model that reads messages.
    public var triage: any TriageModel
    /// The networks that are built in.
    public var connectors: ConnectorRegistry
    /// Reads the text of another `sla.yaml`, to try it. Throws ``Failure`` with every mistake and its line.
    public var readPolicies: (@Sendable (String) throws -> [ServicePolicy])?

    /// What the running service judges by.
    public init(configuration: Configuration, triage: any TriageModel, connectors: ConnectorRegistry) {
        self.configuration = configuration
        self.triage = triage
        self.connectors = connectors
    }
}

/// The networks that are built in, by id.
public struct ConnectorRegistry: Sendable {
    private let byNetwork: [Network: any Connector]

    /// All connectors; of two that claim a network the later wins.
    public init(_ connectors: [any Connector]) {
        var table: [Network: any Connector] = [:]
        for connector in connectors {
            for network in connector.networks { table[network] = connector }
        }
        byNetwork = table
    }

    /// The connector that speaks a network.
    public func connector(for network: Network) -> (any Connector)? { byNetwork[network] }

    /// Every network that is built in, sorted.
    public var networks: [Network] { byNetwork.keys.sorted { $0.rawValue < $1.rawValue } }
}

/// Holds the current setup; a reload swaps it as a whole.
public final class Running: Sendable {
    private let current: Mutex<Setup>

    /// Starts with a setup.
    public init(_ setup: Setup) { current = Mutex(setup) }

    /// The setup of this moment. Take it once per decision, so that one decision sees one configuration.
    public var setup: Setup { current.withLock { $0 } }

    /// Puts a new setup in place.
    public func swap(_ setup: Setup) { current.withLock { $0 = setup } }
}

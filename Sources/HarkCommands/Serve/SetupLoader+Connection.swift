import HarkConfig
import HarkCore
import HarkServer

extension SetupLoader {
    /// The connection to be made for a channel by its name, or for the only channel on a network. The channel may still
    /// lack what connecting brings.
    func connection(of name: String, over transport: any Transport) throws -> ChannelConnection {
        let loader = ConfigurationLoader(
            path: path,
            environment: environment,
            knownNetworks: Self.connectors.networks
        )
        let configuration = try loader.load(now: clock.now)
        let named = configuration.channels.filter { $0.id.rawValue == name }
        let found = named.isEmpty ? configuration.channels.filter { $0.network.rawValue == name } : named
        guard let channel = found.first, found.count == 1 else {
            let names = (found.isEmpty ? configuration.channels : found).map(\.id.rawValue).joined(separator: ", ")
            let problem = found.isEmpty ? "no channel or network is called" : "several channels are on"
            throw Failure(.notFound, "\(problem) “\(name)”; channels.yaml has: \(names)")
        }
        let connection = Self.connectors.connector(for: channel.network).flatMap { connector in
            ChannelConnection(
                of: channel,
                by: connector,
                grants: grants(beside: configuration.database),
                transport: transport,
                clock: clock
            )
        }
        guard let connection else {
            throw Failure(
                .unprocessable,
                "\(channel.network) is not connected this way; its README says how to get the credentials"
            )
        }
        return connection
    }
}

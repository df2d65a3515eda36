/// Who and what is there to choose from, read from the running configuration.
extension LocalDesk {
    /// Whom things can be given to, which tags the rules use, what each channel's network takes, and who asks.
    public func directory() async throws -> Directory {
        let setup = running.setup
        let configuration = setup.configuration
        let names = Set(configuration.teams.flatMap { $0.members.map(\.name) }).sorted()
        return Directory(
            me: agent,
            teams: configuration.teams.map(\.name),
            agents: names.map { name in
                let teams = configuration.teams.filter { $0.members.contains { $0.name == name } }
                return Directory.Colleague(name: name, teams: teams.map(\.name))
            },
            tags: Set(configuration.routing.rules.flatMap(\.tags)).sorted(),
            channels: configuration.channels.map { channel in
                let connector = setup.connectors.connector(for: channel.network)
                let capabilities = connector?.capabilities(of: channel.network)
                let canReply = capabilities?.canReply == true && connector is any ReplyingConnector
                return ReplyTerms(channel: channel.id, capabilities, canReply: canReply)
            }
        )
    }
}

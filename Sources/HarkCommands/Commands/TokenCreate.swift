import ArgumentParser
import HarkCore

extension Token {
    struct Create: Action {
        static let configuration = CommandConfiguration(
            abstract: "Make a key; its text is written once, to standard output.",
            discussion: """
                The first key needs no server: `hark token create ana --role admin --config Config/hark.yaml` writes it \
                into the database that the configuration names.

                Example:
                  hark token create ana --role agent
                """
        )

        @Argument(help: "The agent's or program's name; what is done with the key is theirs.")
        var name: String

        @Option(
            help: "What it may do: agent, lead or admin; bot is a program, whose answers keep no promise.",
            transform: Self.role
        )
        var role: Role

        @Option(help: ArgumentHelp("Write straight into this configuration's database.", valueName: "path"))
        var config: String?

        @OptionGroup var options: ClientOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(options.output, in: surroundings)
            let created = try await create(TokenCommand(name: name, role: role), surroundings)
            guard !console.isJSON else {
                try console.json(created)
                return .done
            }
            console.data(TerminalText.line(created.token) + "\n")
            console.say(
                "Token \(created.summary.id) for \(created.summary.name), role \(created.summary.role.rawValue). "
                    + "It is shown only this once; ~/.config/hark/token is a good place, readable by you alone."
            )
            return .done
        }

        private func create(_ command: TokenCommand, _ surroundings: Surroundings) async throws -> CreatedToken {
            if let config { return try await surroundings.local.createToken(config, command) }
            return try await surroundings.desk(options.connection.resolve(in: surroundings)).createToken(command)
        }

        private static func role(_ text: String) throws -> Role {
            guard let role = Role(rawValue: text) else {
                throw ValidationError("“\(text)” is no role; write agent, lead, admin or bot")
            }
            return role
        }
    }
}

import ArgumentParser
import HarkConnectors
import HarkCore

struct ConnectorCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connectors",
        abstract: "Show what each network allows, or what Hark makes of a payload.",
        subcommands: [List.self, Decode.self],
        defaultSubcommand: List.self
    )
}

extension ConnectorCommands {
    struct List: Action {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the networks that are built in and what each allows, without a server.",
            discussion: """
                Example:
                  hark connectors list
                """
        )

        @OptionGroup var output: OutputOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(output, in: surroundings)
            let registry = ConnectorRegistry(Connectors.all)
            let abilities = registry.networks.compactMap { network in
                registry.connector(for: network).map { NetworkAbilities(network, of: $0) }
            }
            if console.isJSON {
                try console.json(Listing(abilities))
            } else if console.isQuiet {
                console.data(abilities.map { TerminalText.line($0.network) + "\n" }.joined())
            } else {
                console.data(NetworkAbilities.table(abilities, style: console.style))
            }
            return .done
        }
    }

    struct Decode: Action {
        static let configuration = CommandConfiguration(
            abstract: "Show what Hark makes of recorded bodies, without a server.",
            discussion: """
                A body is read as a webhook, or with --feed as a page of that feed. Ends with 1 when a part could not be \
                read. The files may hold strangers' words; what is shown is made safe for the terminal.

                Example:
                  hark connectors decode --network telegram update.json
                """
        )

        @Option(help: ArgumentHelp("The network, as in channels.yaml.", valueName: "name"))
        var network: String

        @Option(help: ArgumentHelp("Read the body as a page of a polled feed.", valueName: "name"))
        var feed: String?

        @Option(help: ArgumentHelp("Our own account, so that our words are told apart.", valueName: "id"))
        var account = ""

        @Argument(help: ArgumentHelp("The files; - for standard input.", valueName: "file"))
        var files: [String]

        @OptionGroup var output: OutputOptions

        func validate() throws {
            let registry = ConnectorRegistry(Connectors.all)
            guard registry.connector(for: Network(network)) == nil else { return }
            let known = registry.networks.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("no network is called “\(network)”; there are \(known)")
        }

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(output, in: surroundings)
            guard let connector = ConnectorRegistry(Connectors.all).connector(for: Network(network)) else {
                throw Failure(.notFound, "no network is called “\(network)”")
            }
            let reader = BodyReader(connector: connector, network: Network(network), account: account, feed: feed)
            var readings: [BodyReading] = []
            for file in files {
                guard let body = try? surroundings.readBytes(file) else {
                    throw Failure(.notFound, "\(file) cannot be read; is it there?")
                }
                readings.append(BodyReading(file: file, reader.read(body)))
            }
            if console.isJSON {
                try console.json(Listing(readings))
            } else {
                console.data(readings.map(\.text).joined())
            }
            return readings.allSatisfy(\.isWhole) ? .done : .failed
        }
    }
}

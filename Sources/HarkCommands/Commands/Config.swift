import ArgumentParser
import HarkCore

struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the configuration.",
        subcommands: [Check.self]
    )
}

extension Config {
    struct Check: Action {
        static let configuration = CommandConfiguration(
            abstract: "Check the configuration as a whole, without a server.",
            discussion: """
                Ends with 1 and names file and line when something is wrong.

                Example:
                  hark config check --config Config/hark.yaml
                """
        )

        @Option(help: ArgumentHelp("The main file.", valueName: "path"))
        var config = "Config/hark.yaml"

        @OptionGroup var output: OutputOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(output, in: surroundings)
            let summary = Summary(try await surroundings.local.configuration(config))
            if console.isJSON {
                try console.json(summary)
            } else if !console.isQuiet {
                console.data(console.style.paint("\(config): \(summary.sentence)") + "\n")
            }
            return .done
        }
    }

    /// What a sound configuration holds, in figures.
    struct Summary: Encodable {
        var channels: Int
        var teams: Int
        var rules: Int
        var policies: Int
        var fingerprint: String

        init(_ configuration: Configuration) {
            channels = configuration.channels.count
            teams = configuration.teams.count
            rules = configuration.routing.rules.count
            policies = configuration.policies.count
            fingerprint = configuration.fingerprint
        }

        var sentence: String {
            "sound; channels \(channels), teams \(teams), rules \(rules), policies \(policies); fingerprint \(fingerprint)"
        }
    }
}

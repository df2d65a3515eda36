import ArgumentParser
import HarkCore
import HarkServer

extension Channels {
    /// `hark channels connect`: the owner's consent, and the tokens kept outside the configuration.
    struct Connect: Action {
        static let configuration = CommandConfiguration(
            abstract: "Let an account's owner allow us, and keep the tokens.",
            discussion: """
                Run it on the machine that runs the service, as its user. It prints a page; open it as the account, allow, \
                and paste the code, or the address your browser ends at. The tokens are kept in the folder “grants” beside \
                the database, readable by this user alone. `kill -HUP` or a restart makes a running service use them.

                Example:
                  hark channels connect mastodon
                """
        )

        @Argument(help: ArgumentHelp("The channel's name, or a network with only one channel.", valueName: "channel"))
        var name: String

        @Option(help: ArgumentHelp("The configuration.", valueName: "path"))
        var config = "Config/hark.yaml"

        @OptionGroup var output: OutputOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(output, in: surroundings)
            surroundings.endOnInterrupt()
            do {
                let connection = try surroundings.local.connection(config, name)
                let invitation = try await connection.begin()
                console.say("Open this page as the account, allow, and paste the code or the address it ends at:")
                console.data(TerminalText.line(invitation.address) + "\n")
                guard let pasted = surroundings.readLine() else {
                    throw Failure(.badRequest, "no code was given; nothing was changed")
                }
                let account = try await connection.finish(pasted, invitation)
                console.say("Connected as \(TerminalText.line(account)). Now: hark channels check")
                return .done
            } catch let failure as ConnectorFailure {
                throw Failure(.unprocessable, "the network refused: \(failure)")
            } catch let failure as TransportFailure {
                throw Failure(.unavailable, "the network cannot be reached: \(failure)")
            }
        }
    }
}

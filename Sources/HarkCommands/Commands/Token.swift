import ArgumentParser
import HarkCore

struct Token: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make, list and end the keys of agents and programs.",
        subcommands: [Create.self, List.self, Revoke.self]
    )
}

extension Token {
    struct List: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "List the keys; never their text.",
            discussion: """
                Example:
                  hark token list
                """
        )

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let tokens = try await session.desk.tokens()
            let console = session.console
            if console.isJSON {
                try console.json(Listing(tokens))
            } else if console.isQuiet {
                console.data(tokens.map { "\($0.id)\n" }.joined())
            } else {
                console.data(TokenTable.render(tokens, style: console.style, now: session.now))
            }
            return .done
        }
    }

    struct Revoke: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "End a key at once.",
            discussion: """
                Example:
                  hark token revoke 2
                """
        )

        @Argument(help: ArgumentHelp("The key's number, as in `hark token list`.", valueName: "id"))
        var id: Int64

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let token = try await session.desk.revokeToken(id)
            if session.console.isJSON { try session.console.json(token) }
            session.console.say("Token \(token.id) of \(token.name) is revoked.")
            return .done
        }
    }
}

import ArgumentParser
import HarkCore

struct Canned: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List and show the texts to answer with.",
        discussion: """
            They are files in the configuration's folder canned/. `hark reply ID --canned NAME` sends one.

            Example:
              hark canned show received 42
            """,
        subcommands: [List.self, ShowText.self],
        defaultSubcommand: List.self
    )
}

extension Canned {
    struct List: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "List the texts.",
            discussion: """
                Example:
                  hark canned list
                """
        )

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let texts = try await session.desk.cannedTexts()
            let columns = [
                Table.Column(title: "NAME"), Table.Column(title: "LANGUAGE"), Table.Column(title: "TEXT", least: 20),
            ]
            let rows = texts.map { text in
                [
                    Table.Cell(text.name, .strong), .init(text.language?.rawValue ?? "any", .faint),
                    .init(SafeLine.snippet(text.text)),
                ]
            }
            try session.console.list(texts, ids: texts.map(\.name)) { Table(columns: columns, rows: rows).render($0) }
            if texts.isEmpty { session.console.say("No text is there; put one into Config/canned/NAME.txt.") }
            return .done
        }
    }

    struct ShowText: DeskAction {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show a text, filled in for a conversation.",
            discussion: """
                Example:
                  hark canned show received 42
                """
        )

        @Argument(help: "The text's name.", completion: LiveValues.canned)
        var name: String

        @Argument(
            help: ArgumentHelp("The conversation's number.", valueName: "id"),
            completion: LiveValues.conversations,
            transform: ConversationNumber.read
        )
        var id: Conversation.ID

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let text = try await session.desk.cannedText(name, for: id)
            if session.console.isJSON {
                try session.console.json(text)
            } else {
                session.console.data(TerminalText.block(text.text) + "\n")
            }
            return .done
        }
    }
}

import ArgumentParser
import HarkCore

struct Views: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List, save and remove views: queries with a name.",
        discussion: """
            `hark inbox --view NAME` shows one; `hark inbox --view NAME WORDS` narrows it.

            Example:
              hark views save late 'is:breached sort:due'
            """,
        subcommands: [List.self, Save.self, Remove.self],
        defaultSubcommand: List.self
    )
}

extension Views {
    struct List: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "List your views and those that others share.",
            discussion: """
                Example:
                  hark views list
                """
        )

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let views = try await session.desk.views()
            try session.console.list(views, ids: views.map(\.name)) { ViewTable.render(views, style: $0) }
            if views.isEmpty { session.console.say("No view is saved; `hark views save NAME QUERY` saves one.") }
            return .done
        }
    }

    struct Save: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "Save a query under a name.",
            discussion: """
                Example:
                  hark views save press 'tag:press urgency>=normal' --shared
                """
        )

        @Argument(help: "The view's name.")
        var name: String

        @Argument(help: "The query, with its order.")
        var query: [String]

        @Flag(help: "Let everybody see it.")
        var shared = false

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let text = query.map(Dashes.restored).joined(separator: " ")
            let view = try await session.explaining(text) {
                try await session.desk.saveView(SaveViewCommand(name: name, query: text, isShared: shared))
            }
            try session.console.list([view], ids: [view.name]) { ViewTable.render([view], style: $0) }
            return .done
        }
    }

    struct Remove: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "Remove one of your views.",
            discussion: """
                Example:
                  hark views remove press
                """
        )

        @Argument(help: "The view's name.", completion: LiveValues.views)
        var name: String

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            try await session.desk.removeView(name)
            session.console.say("The view “\(name)” is gone.")
            return .done
        }
    }
}

/// Views as a table.
enum ViewTable {
    static func render(_ views: [SavedView], style: Style) -> String {
        let columns = [
            Table.Column(title: "NAME"), Table.Column(title: "OF"), Table.Column(title: "FOR"),
            Table.Column(title: "QUERY", least: 20),
        ]
        let rows = views.map { view in
            [
                Table.Cell(view.name, .strong), .init("@" + view.owner, .ours),
                .init(view.isShared ? "everybody" : "me", .faint), .init(view.query),
            ]
        }
        return Table(columns: columns, rows: rows).render(style)
    }
}

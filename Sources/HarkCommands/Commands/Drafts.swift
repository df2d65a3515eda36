import ArgumentParser
import HarkCore

struct Drafts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List, send and remove replies that did not leave.",
        discussion: """
            A reply is kept on this machine until the server has it: through a crash, a conflict, a lost network.

            Example:
              hark drafts send 42
            """,
        subcommands: [List.self, ShowDraft.self, Send.self, Remove.self],
        defaultSubcommand: List.self
    )
}

extension Drafts {
    struct List: Action {
        static let configuration = CommandConfiguration(
            abstract: "List the drafts.",
            discussion: """
                Example:
                  hark drafts list
                """
        )

        @OptionGroup var options: ClientOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(options.output, in: surroundings)
            let drafts = try options.connection.drafts(in: surroundings).all()
            let columns = [
                Table.Column(title: "ID", alignment: .right), Table.Column(title: "SAVED"),
                Table.Column(title: "WHY", least: 10), Table.Column(title: "TEXT", least: 20),
            ]
            try console.list(drafts, ids: drafts.map { String($0.conversation) }) { style in
                let rows = drafts.map { draft in
                    let saved = draft.details.savedAt.map {
                        style.isTerminal ? TimeText.relative($0, to: surroundings.clock.now) : $0.description
                    }
                    return [
                        Table.Cell(String(draft.conversation), .strong), .init(saved ?? "-", .faint),
                        .init(draft.details.reason ?? "not sent", .warning), .init(SafeLine.snippet(draft.text)),
                    ]
                }
                return Table(columns: columns, rows: rows).render(style)
            }
            if drafts.isEmpty { console.say("No draft is kept.") }
            return .done
        }
    }

    struct ShowDraft: Action {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Write a draft's text.",
            discussion: """
                Example:
                  hark drafts show 42
                """
        )

        @Argument(help: ArgumentHelp("The conversation's number.", valueName: "id"), transform: ConversationNumber.read)
        var id: Conversation.ID

        @OptionGroup var options: ClientOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(options.output, in: surroundings)
            let draft = try Drafts.find(id, in: options.connection.drafts(in: surroundings))
            if console.isJSON { try console.json(draft) } else { console.data(TerminalText.block(draft.text) + "\n") }
            return .done
        }
    }

    struct Send: DeskAction {
        static let configuration = CommandConfiguration(
            abstract: "Send drafts; all of them when none is named.",
            discussion: """
                A conversation that has changed since it was shown stops it again; --insist sends all the same.

                Example:
                  hark drafts send 42 --insist
                """
        )

        @Argument(
            help: ArgumentHelp("The conversations' numbers.", valueName: "id"),
            transform: ConversationNumber.read
        )
        var ids: [Conversation.ID] = []

        @Flag(help: "Send even if the conversation has changed since it was shown.")
        var insist = false

        @OptionGroup var options: ClientOptions

        func run(_ session: Session) async throws -> ExitStatus {
            let box = session.drafts
            let drafts = try ids.isEmpty ? box.all() : ids.map { try Drafts.find($0, in: box) }
            if drafts.isEmpty { session.console.say("No draft is kept.") }
            var worst = ExitStatus.done
            for draft in drafts {
                let id = Conversation.ID(draft.conversation)
                let writing = ReplyWriting(
                    session: session,
                    id: id,
                    then: draft.details.then,
                    key: draft.details.key,
                    insists: insist
                )
                let status = try await writing.send(draft, seen: insist ? nil : box.seen(id), box)
                if status != .done { worst = drafts.count == 1 ? status : .failed }
            }
            return worst
        }
    }

    struct Remove: Action {
        static let configuration = CommandConfiguration(
            abstract: "Throw drafts away.",
            discussion: """
                Example:
                  hark drafts remove 42
                """
        )

        @Argument(
            help: ArgumentHelp("The conversations' numbers.", valueName: "id"),
            transform: ConversationNumber.read
        )
        var ids: [Conversation.ID]

        @OptionGroup var options: ClientOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(options.output, in: surroundings)
            let box = try options.connection.drafts(in: surroundings)
            for id in ids {
                _ = try Drafts.find(id, in: box)
                box.remove(id)
                console.say("The draft for #\(id) is gone.")
            }
            return .done
        }
    }

    fileprivate static func find(_ id: Conversation.ID, in box: DraftBox) throws -> StoredDraft {
        guard let draft = box.draft(of: id) else {
            throw Failure(.notFound, "no draft is kept for \(id); `hark drafts` lists them")
        }
        return draft
    }
}

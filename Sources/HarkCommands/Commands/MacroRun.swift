import ArgumentParser
import HarkCore

struct MacroRun: ActAction {
    static let configuration = CommandConfiguration(
        commandName: "macro",
        abstract: "Carry a named deed out: on every conversation, or on none.",
        usage: "hark macro [<name> <id-or-query> ...]",
        discussion: """
            Without a name: list them. What would happen is shown first; on a terminal it is asked for, elsewhere --yes does it.

            Example:
              hark macro received 42 43 --yes
            """
    )

    @Argument(help: ArgumentHelp("The macro's name.", valueName: "name"), completion: LiveValues.macros)
    var name: String?

    @Argument(help: ActOptions.targetHelp, completion: LiveValues.conversations)
    var words: [String] = []

    @OptionGroup var act: ActOptions

    func run(_ session: Session) async throws -> ExitStatus {
        guard let name else { return try await list(session) }
        let targets = try Targets(words)
        var quiet = act
        quiet.yes = true
        guard let ids = try await Acting(session: session, options: quiet).find(targets, name), !ids.isEmpty else {
            return .done
        }
        let previews = try await session.desk.previewMacro(name, on: ids)
        guard try isWanted(previews, session) else { return .cancelled }
        let report = try await session.desk.runMacro(name, on: ids)
        return try ActOutcomes(session: session) { "\(name) done; now \($0.state.rawValue)" }.tell([report])
    }

    private func isWanted(_ previews: [MacroPreview], _ session: Session) throws -> Bool {
        let text = MacroPage.render(previews, style: session.console.style)
        guard !act.yes else { return true }
        guard session.surroundings.inputIsTerminal else {
            session.console.data(text)
            session.console.say("Nothing was changed; --yes carries it out.")
            return false
        }
        session.console.data(text)
        let answer = session.ask("Do this to \(previews.count == 1 ? "it" : "all \(previews.count)")? [y/N] ")
        return answer.map { ["y", "yes", "j", "ja"].contains($0.lowercased()) } ?? false
    }

    private func list(_ session: Session) async throws -> ExitStatus {
        let macros = try await session.desk.macros()
        let columns = [
            Table.Column(title: "NAME"), Table.Column(title: "WHAT", least: 20), Table.Column(title: "HELP", least: 10),
        ]
        let rows = macros.map { [Table.Cell($0.name, .strong), .init($0.what), .init($0.help ?? "", .faint)] }
        try session.console.list(macros, ids: macros.map(\.name)) { Table(columns: columns, rows: rows).render($0) }
        if macros.isEmpty { session.console.say("No macro is there; describe one in Config/macros.yaml.") }
        return .done
    }
}

/// What a macro would do.
enum MacroPage {
    static func render(_ previews: [MacroPreview], style: Style) -> String {
        guard style.isTerminal else {
            var records = Records()
            for preview in previews {
                records.add(String(preview.conversation.id), preview.deed.summary, preview.deed.reply?.text)
            }
            return records.text
        }
        var page = Page(style)
        for preview in previews {
            let line = preview.conversation
            page.line([
                .init("#\(line.id)", .strong), .init(line.author), .init(line.snippet, .faint),
            ])
            page.line([.init(preview.deed.summary, .warning)], indent: 2)
            if let reply = preview.deed.reply { page.block(reply.text, margin: "  < ") }
            if let note = preview.deed.note { page.block(note, margin: "  ¦ ", tone: .note) }
        }
        return page.text
    }
}

import ArgumentParser
import HarkCore

/// The command line's root: one file a command, in `Commands/`.
struct HarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hark",
        abstract: "One inbox for everything people write to you in public and in private.",
        discussion: """
            `hark` alone on a terminal opens the full-screen inbox; `hark inbox` writes a list. The address and the token come from --server and --token-file, from HARK_SERVER, \
            HARK_TOKEN_FILE and HARK_TOKEN, or from the files server and token in ~/.config/hark.
            """,
        version: HarkCore.version,
        groupedSubcommands: [
            CommandGroup(
                name: "Read",
                subcommands: [
                    FullScreenInbox.self, Inbox.self, Next.self, Show.self, Why.self, Radar.self, Report.self,
                    ReplayCommand.self,
                    ContactShow.self,
                    Watch.self, Views.self, History.self,
                ]
            ),
            CommandGroup(
                name: "Answer and file",
                subcommands: [
                    Reply.self, Drafts.self, Edit.self, Note.self, AttachmentCommand.self, Canned.self, MacroRun.self,
                    Assign.self,
                    Claim.self, Release.self, Tag.self, Mark.self, Close.self, Reopen.self, Pending.self, Snooze.self,
                    Mute.self,
                    Block.self, Merge.self, Undo.self,
                ]
            ),
            CommandGroup(name: "Take care", subcommands: [Alerts.self, Ack.self, Quiet.self]),
            CommandGroup(
                name: "Run",
                subcommands: [
                    Serve.self, Doctor.self, Channels.self, ConnectorCommands.self, Availability.self, Deliveries.self,
                    Token.self, Config.self, Keywords.self,
                ]
            ),
            CommandGroup(
                name: "Know",
                subcommands: [
                    SLA.self, QueryHelp.self, KeysHelp.self, EnvironmentHelp.self, ExitCodes.self, Completion.self,
                ]
            ),
        ]
    )

    /// The command without commands below it that a line begins with, and the words behind its name; nil where the line
    /// stops before, as at a group's default.
    static func leaf(of line: [String]) -> (command: any ParsableCommand.Type, rest: [String])? {
        var (command, rest): (any ParsableCommand.Type, ArraySlice<String>) = (Self.self, line[...])
        while case let children = children(of: command), !children.isEmpty {
            guard let name = rest.popFirst(), let child = children.first(where: { $0._commandName == name }) else {
                return nil
            }
            command = child
        }
        return (command, Array(rest))
    }

    private static func children(of command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        let configuration = command.configuration
        return configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
    }
}

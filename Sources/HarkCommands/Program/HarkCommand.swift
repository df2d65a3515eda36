import ArgumentParser
import HarkCore

/// The command line's root: one file a command, in `Commands/`.
struct HarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hark",
        abstract: "One inbox for everything people write to you in public and in private.",
        discussion: """
            Start with `hark inbox`. The address and the token come from --server and --token-file, from HARK_SERVER, \
            HARK_TOKEN_FILE and HARK_TOKEN, or from the files server and token in ~/.config/hark.
            """,
        version: HarkCore.version,
        groupedSubcommands: [
            CommandGroup(
                name: "Read",
                subcommands: [
                    Inbox.self, Next.self, Show.self, Why.self, ContactShow.self, Watch.self, Views.self, History.self,
                ]
            ),
            CommandGroup(
                name: "Answer and file",
                subcommands: [
                    Reply.self, Drafts.self, Note.self, Canned.self, MacroRun.self, Assign.self, Tag.self, Close.self,
                    Reopen.self, Pending.self, Snooze.self, Mute.self, Block.self, Merge.self, Undo.self,
                ]
            ),
            CommandGroup(
                name: "Run",
                subcommands: [Serve.self, Channels.self, Deliveries.self, Token.self, Config.self]
            ),
            CommandGroup(
                name: "Know",
                subcommands: [QueryHelp.self, EnvironmentHelp.self, ExitCodes.self, Completion.self]
            ),
        ]
    )
}

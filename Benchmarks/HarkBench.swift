import ArgumentParser

/// Measures Hark beside a bare reference, on this machine, in one run. Everything stays on 127.0.0.1, bounded in count
/// and seconds, from fixed seeds. README.md says how to read the figures.
@main
struct HarkBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hark-bench",
        abstract: "Measure Hark: intake, inbox, start, day.",
        subcommands: [All.self, Intake.self, Inbox.self, Start.self, Day.self, Reference.self],
        defaultSubcommand: All.self
    )
}

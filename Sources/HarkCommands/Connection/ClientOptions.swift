import ArgumentParser

/// The options of every command that talks to a server.
struct ClientOptions: ParsableArguments {
    @OptionGroup(title: "Connection")
    var connection: ConnectionOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions
}

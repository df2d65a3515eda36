import ArgumentParser
import HarkCore

/// The options of commands that change conversations.
struct ActOptions: ParsableArguments {
    @Flag(name: [.customShort("y"), .long], help: "Do not ask before changing what a query finds.")
    var yes = false

    @OptionGroup var client: ClientOptions

    static let targetHelp = ArgumentHelp(
        "Conversations' numbers, a query, or - for numbers from standard input.",
        valueName: "id-or-query"
    )
}

/// A command that does the same to several conversations.
protocol ActAction: DeskAction {
    var act: ActOptions { get }
}

extension ActAction {
    var options: ClientOptions { act.client }
}

import ArgumentParser
import HarkScreen

/// `hark help keys`: the keys of the full screen, each with the command of the same name.
struct KeysHelp: Action {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "List the keys of the full screen and the commands behind them.",
        discussion: KeyTable.text + "\n\nExample:\n  hark keys"
    )

    func run(in surroundings: Surroundings) async throws -> ExitStatus {
        surroundings.write(.data, KeyTable.text + "\n")
        return .done
    }
}

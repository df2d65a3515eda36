import ArgumentParser

struct ExitCodes: Action {
    static let configuration = CommandConfiguration(
        commandName: "exit-codes",
        abstract: "List what the exit codes mean.",
        discussion: ExitStatus.table + "\n\nExample:\n  hark exit-codes"
    )

    func run(in surroundings: Surroundings) async throws -> ExitStatus {
        surroundings.write(.data, ExitStatus.table + "\n")
        return .done
    }
}

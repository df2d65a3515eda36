import ArgumentParser

/// From the start of the process to ready, and the memory it holds when idle.
struct Start: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start the server on an empty and on a filled database; read its memory after a while."
    )

    @OptionGroup var options: BenchOptions
    @OptionGroup var start: StartOptions

    func run() async throws {
        let goals = try await StartMeasurement(options: options, start: start).run()
        try Goal.report(goals, check: options.check)
    }
}

/// How often to start, how long to idle.
struct StartOptions: ParsableArguments {
    @Option(help: "Starts of each kind.")
    var starts = 5

    @Option(help: "Conversations in the filled database.")
    var filled = 10_000

    @Option(help: "Seconds without work before memory is read.")
    var idleSeconds = 60

    mutating func validate() throws {
        guard (1...50).contains(starts), (100...1_000_000).contains(filled), (0...600).contains(idleSeconds) else {
            throw ValidationError("starts 1…50, filled 100…1000000, idle seconds 0…600")
        }
    }
}

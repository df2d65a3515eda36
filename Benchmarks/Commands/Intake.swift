import ArgumentParser

/// Durable intake of signed webhooks, beside the reference.
struct Intake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Post signed 2 KB webhooks over keep-alive connections, to hark and to the reference in turns."
    )

    @OptionGroup var options: BenchOptions
    @OptionGroup var intake: IntakeOptions

    func run() async throws {
        let goals = try await IntakeMeasurement(options: options, intake: intake).run()
        try Goal.report(goals, check: options.check)
    }
}

/// How much load, how often.
struct IntakeOptions: ParsableArguments {
    @Option(help: "How often each server is measured.")
    var rounds = 5

    @Option(help: "Keep-alive connections.")
    var connections = 32

    @Option(help: "Webhooks a lap: both servers get the same, so that both write the same rows.")
    var webhooks = 8000

    @Option(help: "Seconds a lap, at most.")
    var seconds = 60

    mutating func validate() throws {
        guard (1...50).contains(rounds), (1...512).contains(connections), (1...120).contains(seconds),
            (1000...500_000).contains(webhooks)
        else {
            throw ValidationError("rounds 1…50, connections 1…512, webhooks 1000…500000, seconds 1…120")
        }
    }
}

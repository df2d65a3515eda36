import ArgumentParser

/// All measurements, one after the other.
struct All: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run every measurement.")

    @OptionGroup var options: BenchOptions
    @OptionGroup var intake: IntakeOptions
    @OptionGroup var inbox: InboxOptions
    @OptionGroup var start: StartOptions

    func run() async throws {
        var goals = try await IntakeMeasurement(options: options, intake: intake).run()
        goals += try await InboxMeasurement(options: options, inbox: inbox).run()
        goals += try await StartMeasurement(options: options, start: start).run()
        try Goal.report(goals, check: options.check)
    }
}

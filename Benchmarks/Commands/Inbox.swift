import ArgumentParser

/// The inbox's first page over REST at growing sizes.
struct Inbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask for the inbox's first page at 10,000 and at 100,000 conversations."
    )

    @OptionGroup var options: BenchOptions
    @OptionGroup var inbox: InboxOptions

    func run() async throws {
        let goals = try await InboxMeasurement(options: options, inbox: inbox).run()
        try Goal.report(goals, check: options.check)
    }
}

/// How many pages, of how large an inbox.
struct InboxOptions: ParsableArguments {
    @Option(help: "Conversations of the small inbox.")
    var small = 10_000

    @Option(help: "Conversations of the large inbox.")
    var large = 100_000

    @Option(help: "Pages asked for a turn, at most; each size gets two turns.")
    var pages = 2000

    mutating func validate() throws {
        guard (100...1_000_000).contains(small), (small...1_000_000).contains(large), (10...100_000).contains(pages)
        else { throw ValidationError("small 100…1000000, large not below it, pages 10…100000") }
    }
}

import ArgumentParser

/// A person's `hark inbox`, as a process, beside a mail reader's search.
struct Day: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Time `hark inbox` against a large inbox beside `hark --version` and `notmuch search`.",
        discussion: """
            The mails hold the same texts as the conversations, on the same disk. Without notmuch its line is left out.
            """
    )

    @OptionGroup var options: BenchOptions

    @Option(help: "Conversations in the inbox.")
    var conversations = 100_000

    @Option(help: "Messages of each conversation.")
    var messages = 10

    @Option(help: "Mails beside it; 0 for none.")
    var mails = 100_000

    @Option(help: "Rounds; each runs every command once.")
    var rounds = 200

    mutating func validate() throws {
        guard (100...1_000_000).contains(conversations), (1...100).contains(messages), (0...1_000_000).contains(mails),
            (10...10_000).contains(rounds)
        else {
            throw ValidationError("conversations 100…1000000, messages 1…100, mails 0…1000000, rounds 10…10000")
        }
    }

    func run() async throws {
        let goals = try await DayMeasurement(options: options, day: self).run()
        try Goal.report(goals, check: options.check)
    }
}

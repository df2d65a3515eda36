import ArgumentParser
import HarkConfig
import HarkCore

struct ReplayCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Judge stored history by other tables, rules or promises, and say what would be different.",
        discussion: """
            Nothing is changed, and the service may run meanwhile. What is not named is as it is now.

            Example:
              hark replay --config Config/hark.yaml --since 30d
            """
    )

    @Option(help: ArgumentHelp("The configuration whose database is read.", valueName: "path"))
    var config = "Config/hark.yaml"

    @Option(help: ArgumentHelp("The folder of another rules.yaml.", valueName: "folder"))
    var rules: String?

    @Option(help: ArgumentHelp("The folder of other keyword tables.", valueName: "folder"))
    var keywords: String?

    @Option(help: ArgumentHelp("Another sla.yaml.", valueName: "file"))
    var sla: String?

    @Option(help: ArgumentHelp("How far back to look: 24h, 7d, 30d.", valueName: "span"))
    var since = "30d"

    @OptionGroup var output: OutputOptions

    func run(in surroundings: Surroundings) async throws -> ExitStatus {
        guard let span = Span(written: since), span > .zero else {
            throw ValidationError("“\(since)” is no duration; write 24h, 7d or 30d")
        }
        let console = try Console(output, in: surroundings)
        surroundings.endOnInterrupt()
        var others: [String: String] = [:]
        others["rules.yaml"] = rules.map { $0 + "/rules.yaml" }
        others["sla.yaml"] = sla
        let report = try await surroundings.local.replay(
            ReplayOrder(configuration: config, files: others, keywords: keywords, span: span)
        )
        if console.isJSON {
            try console.json(report)
        } else {
            console.page(ReplayPage.render(report, style: console.style))
        }
        return .done
    }
}

/// What a replay reads: a configuration with some of its files replaced, and how far back.
struct ReplayOrder: Sendable {
    var configuration: String
    /// Files of the configuration, by name, that stand elsewhere.
    var files: [String: String]
    var keywords: String?
    var span: Span
}

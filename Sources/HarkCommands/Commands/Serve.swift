import ArgumentParser
import HarkCore
import Logging

/// `hark serve`: one process that gathers, judges, routes, times, answers and alerts.
struct Serve: Action {
    static let configuration = CommandConfiguration(
        abstract: "Run the service: pollers, webhook receivers, clocks, mail and REST API.",
        discussion: """
            SIGTERM drains and ends with 0. SIGHUP reads the configuration again; a mistake in it keeps the old one.

            Example:
              hark serve --config Config/hark.yaml
            """
    )

    @Option(help: ArgumentHelp("The configuration; its other files stand beside it.", valueName: "path"))
    var config = "Config/hark.yaml"

    @Option(
        help: "The least important log lines to write: trace, debug, info, notice, warning, error.",
        transform: Self.level
    )
    var logLevel = Logger.Level.notice

    func run(in surroundings: Surroundings) async throws -> ExitStatus {
        LoggingSystem.bootstrap(StreamLogHandler.standardError)
        var logger = Logger(label: "hark")
        logger.logLevel = logLevel
        let write = surroundings.write
        let house = ServiceHouse(
            loader: SetupLoader(path: config, environment: surroundings.environment, clock: surroundings.clock),
            clock: surroundings.clock,
            logger: logger,
            onBound: { port, configuration in
                write(.messages, Self.greeting(port: port, configuration) + "\n")
            }
        )
        try await house.run()
        return .done
    }

    private static func level(_ text: String) throws -> Logger.Level {
        guard let level = Logger.Level(rawValue: text) else {
            throw ValidationError("“\(text)” is no log level; write trace, debug, info, notice, warning or error")
        }
        return level
    }

    private static func greeting(port: Int, _ configuration: Configuration) -> String {
        let channels = configuration.channels.count
        let count = channels == 1 ? "1 channel" : "\(channels) channels"
        return "hark \(HarkCore.version) listens on http://\(configuration.host):\(port), \(count),"
            + " database \(configuration.database)"
    }
}

import ArgumentParser
import HarkCore

struct Doctor: Action {
    static let configuration = CommandConfiguration(
        abstract: "Look at everything that can be wrong and say what to do.",
        discussion: """
            Asks the running service: the database, mails and replies that were given up, channels, deliveries that could \
            not be read, the mail server. With --config it looks by itself, without a service. Ends with 1 when something \
            is wrong.

            Example:
              hark doctor
            """
    )

    @Option(help: ArgumentHelp("Look at the files of this configuration, without a service.", valueName: "path"))
    var config: String?

    @OptionGroup var options: ClientOptions

    func run(in surroundings: Surroundings) async throws -> ExitStatus {
        let console = try Console(options.output, in: surroundings)
        surroundings.endOnInterrupt()
        let checks = try await checks(in: surroundings)
        if console.isJSON {
            try console.json(Listing(checks))
        } else if console.isQuiet {
            console.data(checks.filter { !$0.ok }.map { TerminalText.line($0.name) + "\n" }.joined())
        } else {
            console.data(DoctorPage.render(checks, style: console.style))
        }
        return checks.allSatisfy(\.ok) ? .done : .failed
    }

    private func checks(in surroundings: Surroundings) async throws -> [DoctorCheck] {
        if let config { return try await surroundings.local.doctor(config) }
        return try await surroundings.desk(try options.connection.resolve(in: surroundings)).doctor()
    }
}

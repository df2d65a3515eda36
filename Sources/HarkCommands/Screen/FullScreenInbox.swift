import ArgumentParser
import Foundation
import HarkCore
import HarkScreen

/// `hark screen`, and `hark` alone on a terminal: the inbox as a full screen.
struct FullScreenInbox: DeskAction {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: "Open the full-screen inbox; `hark` alone on a terminal does the same.",
        discussion: """
            List, thread and details, worked by keys; ? lists them. A query narrows the list.

            Example:
              hark screen 'is:unassigned urgency>=high'
            """
    )

    @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
    var query: [String] = []

    @OptionGroup var options: ClientOptions

    func run(in surroundings: Surroundings) async throws -> ExitStatus {
        guard surroundings.screen.isTerminal, surroundings.inputIsTerminal else {
            throw ValidationError("the full screen needs a terminal; `hark inbox` writes a list anywhere")
        }
        let console = try Console(options.output, in: surroundings)
        let address = try options.connection.resolve(in: surroundings)
        return try await run(address, console, surroundings)
    }

    func run(_ session: Session) async throws -> ExitStatus { .done }

    private func run(_ address: Address, _ console: Console, _ surroundings: Surroundings) async throws -> ExitStatus {
        let desk = surroundings.desk(address)
        // A wrong address or key is better said before the screen opens.
        _ = try await desk.directory()
        let zone = surroundings.zone
        let house = ScreenHouse(
            desk: desk,
            news: surroundings.news(address),
            clock: surroundings.clock,
            offset: { Int64(zone.secondsFromGMT(for: $0.date) / 60) },
            readTime: { words, now in try Self.time(words, now, zone) },
            edit: surroundings.edit,
            hasColour: console.style.hasColour,
            query: query.map(Dashes.restored).joined(separator: " "),
            drafts: DraftFolder(environment: surroundings.environment, server: address.server)
        )
        let status = try await surroundings.fullScreen(house)
        guard status == 0 else { throw ExitCode(status) }
        return .done
    }

    private static func time(_ words: String, _ now: Instant, _ zone: TimeZone) throws -> Instant {
        do {
            return try SnoozeTime(now: now, zone: zone).read(words.split(separator: " ").map(String.init))
        } catch let error as ValidationError {
            throw Failure(.badRequest, error.message)
        }
    }
}

extension Instant {
    /// The instant as Foundation knows it.
    fileprivate var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
}

import ArgumentParser
import HarkCore

/// A command of ours: it gets the world as an argument and answers with a status.
protocol Action: ParsableCommand {
    /// Does what the command is for.
    func run(in surroundings: Surroundings) async throws -> ExitStatus
}

/// A command that works on a desk.
protocol DeskAction: Action {
    /// The options every such command has.
    var options: ClientOptions { get }

    /// Does what the command is for, on a desk that is there.
    func run(_ session: Session) async throws -> ExitStatus
}

extension DeskAction {
    func run(in surroundings: Surroundings) async throws -> ExitStatus {
        let console = try Console(options.output, in: surroundings)
        surroundings.endOnInterrupt()
        let address = try options.connection.resolve(in: surroundings)
        let desk = surroundings.desk(address)
        return try await run(Session(desk: desk, console: console, address: address, surroundings: surroundings))
    }
}

/// What a command works with: the desk, the screen, the world.
struct Session {
    let desk: any Desk
    let console: Console
    let address: Address
    let surroundings: Surroundings

    var now: Instant { surroundings.clock.now }
}

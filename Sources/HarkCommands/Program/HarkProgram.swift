import ArgumentParser
import HarkCore

/// The `hark` program: reads the arguments, runs the command, says what went wrong, ends with a status.
public enum HarkProgram {
    /// Runs a command line (without the program's name) on this machine and returns the exit status.
    public static func run(_ arguments: [String]) async -> Int32 {
        await run(arguments, in: .live)
    }

    static func run(_ arguments: [String], in surroundings: Surroundings) async -> Int32 {
        if arguments == ["--version"] {
            surroundings.write(.data, HarkCore.version + "\n")
            return ExitStatus.done.rawValue
        }
        do {
            let command = try command(Dashes.shielded(named(arguments, in: surroundings)))
            return try await perform(command, in: surroundings)
        } catch let failure as Failure {
            return surroundings.report(failure, status: ExitStatus(failure))
        } catch is CancellationError {
            surroundings.write(.messages, "hark: cancelled\n")
            return ExitStatus.cancelled.rawValue
        } catch let refusal as FormatRefusal {
            surroundings.write(.messages, "hark: \(refusal.message)\n")
            return refusal.status.rawValue
        } catch {
            return surroundings.explain(error)
        }
    }

    /// Without a word on a terminal, the full screen is meant.
    private static func named(_ arguments: [String], in surroundings: Surroundings) -> [String] {
        let isAtTerminal = surroundings.screen.isTerminal && surroundings.inputIsTerminal
        return arguments.isEmpty && isAtTerminal ? ["screen"] : arguments
    }

    /// What a line says. To read the tree of all commands takes longer than to carry most of them out, so the command that is
    /// named first is tried by itself; a line that it cannot read is read by the tree, which knows what to say.
    private static func command(_ arguments: [String]) throws -> any ParsableCommand {
        if let (type, rest) = HarkCommand.leaf(of: arguments), let command = try? type.parse(rest) { return command }
        return try HarkCommand.parseAsRoot(arguments)
    }

    private static func perform(_ command: any ParsableCommand, in surroundings: Surroundings) async throws -> Int32 {
        switch command {
        case let action as any Action:
            return try await action.run(in: surroundings).rawValue
        case var command as any AsyncParsableCommand:
            try await command.run()
        default:
            var command = command
            try command.run()
        }
        return ExitStatus.done.rawValue
    }
}

extension Surroundings {
    /// Says a failure in one sentence, with the wrong parts below it.
    func report(_ failure: Failure, status: ExitStatus) -> Int32 {
        write(.messages, FailureText.render(failure))
        return status.rawValue
    }

    /// Says what the parser has to say: help goes to the data, a mistake to the messages.
    fileprivate func explain(_ error: any Error) -> Int32 {
        let status = HarkCommand.exitCode(for: error).rawValue
        let text = TerminalText.block(HarkCommand.fullMessage(for: error))
        if !text.isEmpty { write(status == 0 ? .data : .messages, text + "\n") }
        return status
    }
}

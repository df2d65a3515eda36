import Foundation
import Synchronization

/// A line to tmux that stays open: commands go in, each with its answer (tmux's control mode).
final class TmuxLine: Sendable {
    /// What a command was answered.
    private struct Answer: Sendable {
        var lines: [String]
        var isError: Bool
    }

    private let process: Process
    private let input = Pipe()
    private let answers = Record<Answer>()
    private let reading = Mutex(Reading())

    private struct Reading {
        var rest = Data()
        var block: [String]?
    }

    /// Opens it to the server at a socket, with a session of its own.
    init(_ program: String, socket: String, session: [String], _ environment: [String: String]) throws {
        process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["-u", "-C", "-S", socket] + session
        process.environment = environment
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        output.fileHandleForReading.readabilityHandler = { [weak self] handle in
            let data = handle.availableData
            if data.isEmpty {
                handle.readabilityHandler = nil
                self?.answers.close()
            } else {
                self?.hear(data)
            }
        }
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// Carries a command out and returns what it says. One at a time.
    func ask(_ words: [String]) async throws -> String {
        let position = answers.count
        let command = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
        try input.fileHandleForWriting.write(contentsOf: Data((command + "\n").utf8))
        guard let answer = await answers.first(after: position) else { throw FlowFailure("tmux has ended: \(command)") }
        let text = answer.lines.map { $0 + "\n" }.joined()
        guard !answer.isError else { throw FlowFailure("tmux \(command): \(text)") }
        return text
    }

    private func hear(_ data: Data) {
        let whole = reading.withLock { reading in
            var parts = (reading.rest + data).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            reading.rest = Data(parts.removeLast())
            return parts.compactMap { Self.take(String(decoding: $0, as: UTF8.self), &reading.block) }
        }
        answers.append(whole)
    }

    /// Takes a line in. An answer ends with `%end` or `%error`; the last number is 1 where a command of ours asked.
    private static func take(_ line: String, _ block: inout [String]?) -> Answer? {
        if line.hasPrefix("%begin ") {
            block = []
        } else if let lines = block, line.hasPrefix("%end ") || line.hasPrefix("%error ") {
            block = nil
            return line.hasSuffix(" 1") ? Answer(lines: lines, isError: line.hasPrefix("%error ")) : nil
        } else {
            block?.append(line)
        }
        return nil
    }
}

import Foundation
import Synchronization

/// A running child process: what it says on standard error, and how it ends, for whoever waits for that.
final class Child: Sendable {
    private let process: Process
    private let lines = Record<String>()
    private let rest = Mutex(Data())
    private let status = Mutex<Int32?>(nil)

    /// Starts it and returns at once.
    init(_ process: Process) throws {
        self.process = process
        let pipe = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = pipe
        pipe.fileHandleForReading.readabilityHandler = { [weak self] handle in
            let data = handle.availableData
            if data.isEmpty { handle.readabilityHandler = nil } else { self?.hear(data) }
        }
        process.terminationHandler = { [weak self] in self?.end($0.terminationStatus) }
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// Everything it has said.
    var log: String { lines.elements.joined(separator: "\n") }

    /// How many lines it has said.
    var position: Int { lines.count }

    /// The first line, from a position on, that holds a text; waits for it. Nil when the process ends without it.
    func line(holding text: String, after position: Int = 0) async -> String? {
        await lines.first(after: position) { $0.contains(text) }
    }

    /// Sends a signal.
    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Waits for the end and returns the exit status, for a signal its number.
    func ended() async -> Int32? {
        await lines.closed()
        return status.withLock { $0 }
    }

    private func hear(_ data: Data) {
        let whole = rest.withLock { rest in
            var parts = (rest + data).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            rest = Data(parts.removeLast())
            return parts.map { String(decoding: $0, as: UTF8.self) }
        }
        lines.append(whole)
    }

    private func end(_ number: Int32) {
        status.withLock { $0 = number }
        lines.close()
    }
}

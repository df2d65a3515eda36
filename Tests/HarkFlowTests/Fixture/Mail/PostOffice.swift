import Foundation
import HarkTesting
import Synchronization

/// `post_office.py` as a child process: aiosmtpd with a script of troubles.
final class PostOffice: Sendable {
    /// A mail it took.
    struct Taken: Decodable, Sendable {
        var file: String
        var sender: String
        var recipients: [String]
        var tls: Bool
        var account: String?
    }

    private struct Opening: Decodable {
        var port: Int
        var certificate: String
    }

    let port: Int
    let certificate: String
    private let folder: ScratchFolder
    private let process: Process
    private let lines = Record<String>()
    private let input = Pipe()

    init(strict: Bool = false, troubles: [String] = []) async throws {
        folder = try ScratchFolder()
        process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = String(decoding: try JSONEncoder().encode(troubles), as: UTF8.self)
        process.arguments = [
            MailTools.python ?? "python3", MailTools.script("post_office.py"), folder.url.path,
            String(MailTools.freePort()),
            strict ? "strict" : "plain", script,
        ]
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let lines = lines
        let rest = Mutex(Data())
        output.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            guard !data.isEmpty else {
                handle.readabilityHandler = nil
                return lines.close()
            }
            lines.append(
                rest.withLock { rest in
                    var parts = (rest + data).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                    rest = Data(parts.removeLast())
                    return parts.map { String(decoding: $0, as: UTF8.self) }
                }
            )
        }
        try process.run()
        guard let first = await lines.first(where: { $0.contains("certificate") }) else {
            throw FlowFailure("post_office.py did not open")
        }
        let opening = try JSONDecoder().decode(Opening.self, from: Data(first.utf8))
        (port, certificate) = (opening.port, opening.certificate)
    }

    deinit { close() }

    /// Everything it took, in order.
    func taken() throws -> [Taken] {
        try lines.elements.dropFirst().map { try JSONDecoder().decode(Taken.self, from: Data($0.utf8)) }
    }

    /// Ends it. By SIGKILL, because a child may inherit a mask that blocks every other signal.
    func close() { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
}

import Foundation
import HarkCore
import HarkCurl
import Testing

/// TLS and AUTH against a server that is not ours.
@Suite(.timeLimit(.minutes(1)), .enabled(if: StrictServer.canRun, "needs python3 with aiosmtpd, and openssl"))
struct StartTLSTests {
    private let mail = OutgoingMail(
        sender: "hark@brand.example",
        recipients: ["ana@brand.example"],
        message: "Subject: x\r\n\r\n.\r\n..\r\n"
    )

    private func server(_ port: Int, _ security: MailServer.Security = .starttls) -> MailServer {
        MailServer(
            host: "127.0.0.1",
            port: port,
            security: security,
            username: "hark",
            password: Secret("open sesame"),
            from: mail.sender
        )
    }

    @Test(arguments: [MailServer.Security.starttls, .tls], ["PLAIN", "LOGIN"])
    func aMailLeavesOverTLSWithItsAccount(_ security: MailServer.Security, _ mechanism: String) async throws {
        let strict = try StrictServer(security, mechanism)
        let transport = CurlTransport(authorities: strict.certificate)
        try await CurlMailer(server(strict.port, security), over: transport).send(mail)
        let arrived = try strict.nextLine()
        #expect(arrived["tls"] as? Bool == true)
        #expect(arrived["account"] as? String == "hark" && arrived["mechanism"] as? String == mechanism)
        #expect(arrived["recipients"] as? [String] == mail.recipients)
        #expect(arrived["message"] as? String == mail.message)
        strict.stop()
    }

    @Test func aCertificateNobodyVouchesForStopsTheMail() async throws {
        let strict = try StrictServer()
        let failure = await #expect(throws: MailFailure.self) {
            try await CurlMailer(server(strict.port), over: CurlTransport()).send(mail)
        }
        guard case .temporary(let detail) = failure else {
            Issue.record("expected temporary, got \(String(describing: failure))")
            return
        }
        #expect(detail.contains("certificate"))
        strict.stop()
    }
}

/// `Fixtures/starttls_server.py` as a child process.
private final class StrictServer {
    let port: Int
    let certificate: String
    private let process = Process()
    private let output = Pipe()
    private let input = Pipe()
    private let folder: String

    static let canRun = python != nil

    /// The Python that has aiosmtpd: the one that is found first, else the system's.
    private static let python = ["python3", "/usr/bin/python3"].first { python in
        let probe = Process()
        probe.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        probe.arguments = ["sh", "-c", "openssl version && \(python) -c 'import aiosmtpd'"]
        probe.standardOutput = FileHandle.nullDevice
        probe.standardError = FileHandle.nullDevice
        guard (try? probe.run()) != nil else { return false }
        probe.waitUntilExit()
        return probe.terminationStatus == 0
    }

    init(_ security: MailServer.Security = .starttls, _ mechanism: String = "PLAIN") throws {
        let free = try RawServer()
        free.stop()
        folder = NSTemporaryDirectory() + "hark-starttls-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/starttls_server.py")
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            Self.python ?? "python3", script.path, folder, String(free.port), "\(security)", mechanism,
        ]
        process.standardOutput = output
        process.standardInput = input
        process.standardError = FileHandle.nullDevice
        try process.run()
        let first = try Self.line(from: output)
        port = try #require(first["port"] as? Int)
        certificate = try #require(first["certificate"] as? String)
    }

    func nextLine() throws -> [String: Any] { try Self.line(from: output) }

    func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func line(from pipe: Pipe) throws -> [String: Any] {
        var bytes = Data()
        while let next = try pipe.fileHandleForReading.read(upToCount: 1), let byte = next.first, byte != 10 {
            bytes.append(byte)
        }
        return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    }
}

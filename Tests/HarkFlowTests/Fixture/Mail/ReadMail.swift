import Foundation

/// A mail as Python's strict parser reads it.
struct ReadMail: Decodable {
    var defects: [String]
    var parts: [String]
    var text: String
    var headers: [String: String]
    var names: [String]

    /// Reads files.
    static func read(_ files: [String], scratch: String) async throws -> [ReadMail] {
        guard !files.isEmpty else { return [] }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", MailTools.script("read_mails.py")] + files
        return try await Program.run(process, scratch: scratch).decoded(as: [ReadMail].self)
    }
}

/// What the tests with foreign mail programs need on the machine.
enum MailTools {
    static func script(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path
    }

    /// The Python that has aiosmtpd: the one that is found first, else the system's.
    static let python = ["python3", "/usr/bin/python3"].first { runs("\($0) -c 'import aiosmtpd'") }
    static let hasPython = python != nil && runs("openssl version")
    /// OpenSMTPD binds its spool to root, and tells its name only in its help.
    static let hasOpenSMTPD = getuid() == 0 && runs("test -x /usr/sbin/smtpd && command -v smtpctl && unshare -m true")
    static let hasNotmuch = runs("notmuch --version")

    static func runs(_ command: String) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "PATH=$PATH:/usr/sbin; " + command]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// A port that is free at the moment.
    static func freePort() -> Int {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, size) == 0 && getsockname(socket, address, &size) == 0
            }
        }
        return isBound ? Int(UInt16(bigEndian: address.sin_port)) : 0
    }
}

import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Programs of other people that some flows need; without them those flows are skipped.
enum Tools {
    static let dovecot = find(["/usr/sbin/dovecot"])
    static let notmuch = find(["/usr/bin/notmuch"])
    static let tmux = find(["/usr/bin/tmux", "/usr/local/bin/tmux"])
    static let bash = find(["/usr/bin/bash", "/bin/bash"])
    static let zsh = find(["/usr/bin/zsh", "/bin/zsh"])
    static let fish = find(["/usr/bin/fish", "/usr/local/bin/fish"])
    static let python = find(["/usr/bin/python3"])

    /// Python with Synapse in it: `HARK_SYNAPSE_PYTHON`, else the `python3` that is found first, if it has it.
    static let synapse: String? = {
        let named = ProcessInfo.processInfo.environment["HARK_SYNAPSE_PYTHON"]
        guard let python = named ?? python, let folder = site(of: python), folder else { return nil }
        return python
    }()

    /// Dovecot changes users, which only root may.
    static let mayServeMail = getuid() == 0

    private static func find(_ paths: [String]) -> String? {
        paths.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Whether a Python can import Synapse; nil when it does not run.
    private static func site(of python: String) -> Bool? {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = ["-c", "import synapse.app.homeserver"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}

/// Runs a program of the system to its end and fails when it does.
@discardableResult
func run(_ path: String, _ arguments: [String], in scratch: String, _ environment: [String: String] = [:]) async throws
    -> String
{
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    // What a foreign program leaves where it stands is swept away with the test.
    process.currentDirectoryURL = URL(filePath: scratch)
    process.standardInput = FileHandle.nullDevice
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = try await Program.run(process, scratch: scratch)
    guard output.status == 0 else {
        throw FlowFailure("\(path) \(arguments.joined(separator: " ")): \(output.complaint)\(output.text)")
    }
    return output.text
}

/// A server of the system as a child that signals reach: Foundation starts children with signals blocked, and most
/// servers leave that as they find it.
func server(
    _ path: String,
    _ arguments: [String],
    in folder: URL,
    environment: [String: String]? = nil
) throws -> Child {
    let process = Process()
    process.executableURL = URL(filePath: Tools.python ?? "/usr/bin/python3")
    let script =
        "import os,signal,sys; signal.pthread_sigmask(signal.SIG_SETMASK, []); os.execv(sys.argv[1], sys.argv[1:])"
    process.arguments = ["-c", script, path] + arguments
    process.currentDirectoryURL = folder
    process.environment = environment ?? ProcessInfo.processInfo.environment
    process.standardInput = FileHandle.nullDevice
    return try Child(process)
}

/// A port nobody listens on at this moment.
func freePort() throws -> Int {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
            bind(handle, address, length) == 0 && getsockname(handle, address, &length) == 0
        }
    }
    guard isBound else { throw FlowFailure("no free port") }
    return Int(UInt16(bigEndian: address.sin_port))
}

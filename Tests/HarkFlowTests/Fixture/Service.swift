import Foundation
import HarkCore
import HarkCurl
import HarkTesting
import Synchronization

/// The real `hark serve` on a database of its own, which a test starts, kills and asks.
final class Service: Sendable {
    let folder: ScratchFolder
    let transport = CurlTransport()
    private let state: Mutex<State>

    private struct State {
        var files: ServiceFiles
        var child: Child?
        var origin = ""
        var token = ""
    }

    /// Writes the configuration and makes an admin's key. Nothing runs yet.
    init(_ files: ServiceFiles) async throws {
        folder = try ScratchFolder()
        state = Mutex(State(files: files))
        try files.write(to: folder.url)
        let created = try await hark("token", "create", "ana", "--role", "admin", "--config", configuration)
        guard created.status == 0 else { throw FlowFailure("no token: \(created.complaint)") }
        let token = created.text.trimmingCharacters(in: .whitespacesAndNewlines)
        state.withLock { $0.token = token }
    }

    /// A service that is ready.
    static func running(_ files: ServiceFiles) async throws -> Service {
        let service = try await Service(files)
        try await service.start()
        return service
    }

    var configuration: String { folder.path("hark.yaml") }
    var database: String { folder.path("hark.sqlite") }
    var origin: String { state.withLock { $0.origin } }
    var token: String { state.withLock { $0.token } }
    var log: String { state.withLock { $0.child?.log ?? "" } }

    /// Starts the process and returns when it is ready.
    func start() async throws {
        let environment = state.withLock { $0.files.environment }
        let child = try Child(Program.process(["serve", "--config", configuration], environment))
        state.withLock { $0.child = child }
        guard let line = await child.line(holding: " listens on "),
            let origin = line.split(whereSeparator: { " ,".contains($0) }).first(where: { $0.hasPrefix("http://") })
        else { throw FlowFailure("hark serve did not listen:\n\(child.log)") }
        state.withLock { $0.origin = String(origin) }
        let ready = try await transport.send(HTTPRequest(url: origin + "/readyz"))
        guard ready.status == 200 else { throw FlowFailure("not ready: HTTP \(ready.status)") }
    }

    /// Ends the process between two of its instructions, as a power cut would.
    func kill() async {
        child?.signal(SIGKILL)
        _ = await child?.ended()
    }

    /// Asks the process to finish; returns its exit status.
    func terminate() async -> Int32? {
        child?.signal(SIGTERM)
        return await child?.ended()
    }

    /// Changes the configuration and has it read; returns what the log says of it.
    func reload(_ change: (inout ServiceFiles) -> Void) async throws -> String {
        try state.withLock { $0.files }.changed(change).write(to: folder.url)
        state.withLock { change(&$0.files) }
        return try await reload()
    }

    /// Has the configuration read; returns what the log says of it.
    func reload() async throws -> String {
        guard let child else { throw FlowFailure("nothing runs") }
        let position = child.position
        child.signal(SIGHUP)
        guard let line = await child.line(holding: "reloaded", after: position) else {
            throw FlowFailure("SIGHUP ended the process")
        }
        return line
    }

    /// What the process says from here on.
    func line(holding text: String) async -> String? { await child?.line(holding: text) }

    private var child: Child? { state.withLock { $0.child } }

    /// Runs a `hark` command against the service.
    @discardableResult
    func hark(_ arguments: String..., environment: [String: String] = [:]) async throws -> Program.Output {
        try await hark(arguments, environment: environment)
    }

    /// Runs a `hark` command against the service.
    func hark(_ arguments: [String], environment: [String: String] = [:]) async throws -> Program.Output {
        let own = state.withLock { state in
            state.files.environment.merging(["HARK_SERVER": state.origin, "HARK_TOKEN": state.token]) { $1 }
        }
        return try await Program.run(arguments, environment: own.merging(environment) { $1 }, scratch: folder.url.path)
    }
}

extension ServiceFiles {
    fileprivate func changed(_ change: (inout ServiceFiles) -> Void) -> ServiceFiles {
        var copy = self
        change(&copy)
        return copy
    }
}

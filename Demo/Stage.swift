import HarkCore
import HarkCurl
import HarkFakes

/// Everything the day needs: the folder, the outside world on loopback, the server.
struct Stage {
    let folder: DemoFolder
    let program: Program
    let transport: CurlTransport
    let fediverse: FakeFediverse
    let platforms: Platforms
    let sink: SMTPSink
    let server: ServerProcess

    static func build(_ options: Options) async throws -> Stage {
        let program = try Program()
        let folder = try DemoFolder(fresh: options.folder)
        let fediverse = try await FakeFediverse.start(
            account: "nordlicht",
            token: folder.secrets["fediverse-token"] ?? ""
        )
        let platforms = try await Platforms.start()
        let sink = try await SMTPSink.start(folder: folder.mail)
        let port = try FreePort.from(options.port)
        try folder.configure([
            "port": String(port), "folder": folder.path, "keywords": folder.keywords, "smtp_port": String(sink.port),
            "fediverse": fediverse.origin, "platforms": platforms.origin,
        ])
        return Stage(
            folder: folder,
            program: program,
            transport: CurlTransport(),
            fediverse: fediverse,
            platforms: platforms,
            sink: sink,
            server: try ServerProcess(program, folder, port: port)
        )
    }

    /// What a person sets to use `hark` as an agent.
    func environment(of agent: String) -> [String: String] {
        ["HARK_SERVER": server.origin, "HARK_TOKEN_FILE": folder.token(of: agent)]
    }

    /// Makes an agent's key and keeps it in a file.
    func admit(_ agent: String, as role: Role) async throws {
        let arguments = ["token", "create", agent, "--role", role.rawValue, "--config", folder.configuration]
        try folder.write(try await program.run(arguments), to: folder.token(of: agent))
    }

    /// Ends everything. Returns the server's exit status.
    func clear() async -> Int32 {
        let status = await server.stop()
        await fediverse.stop()
        await platforms.stop()
        await sink.stop()
        await transport.shutdown()
        return status
    }
}

import ArgumentParser
import HarkCore

/// Which server, with which token. A token is never a value on the command line, where everybody on the machine reads it.
struct ConnectionOptions: ParsableArguments {
    /// Where `hark serve` listens unless told otherwise.
    static let defaultServer = "http://127.0.0.1:8425"

    @Option(help: ArgumentHelp("The server's address.", valueName: "url"))
    var server: String?

    @Option(help: ArgumentHelp("The file that holds the token.", valueName: "path"))
    var tokenFile: String?

    /// The flag, else the environment, else `~/.config/hark`.
    func resolve(in surroundings: Surroundings) throws -> Address {
        let folder = Self.configurationFolder(surroundings.environment)
        return Address(server: try origin(in: surroundings), token: try token(folder, surroundings))
    }

    /// The drafts of the server; needs no token.
    func drafts(in surroundings: Surroundings) throws -> DraftBox {
        DraftBox(server: try origin(in: surroundings), surroundings)
    }

    private func origin(in surroundings: Surroundings) throws -> String {
        let folder = Self.configurationFolder(surroundings.environment)
        let server =
            server ?? surroundings.environment["HARK_SERVER"] ?? Self.read(folder + "/server", in: surroundings)
        return try Self.checked(server ?? Self.defaultServer)
    }

    private func token(_ folder: String, _ surroundings: Surroundings) throws -> Secret {
        if let path = tokenFile ?? surroundings.environment["HARK_TOKEN_FILE"] {
            guard let token = Self.read(path, in: surroundings) else {
                throw Failure(
                    .unauthorised,
                    "no token can be read from \(path); write one there with `hark token create`"
                )
            }
            return Secret(token)
        }
        if let token = surroundings.environment["HARK_TOKEN"], !token.isEmpty { return Secret(token) }
        if let token = Self.read(folder + "/token", in: surroundings) { return Secret(token) }
        throw Failure(
            .unauthorised,
            "no token: name its file with --token-file or HARK_TOKEN_FILE, or put it into \(folder)/token. "
                + "The first one comes from `hark token create NAME --role admin --config Config/hark.yaml`"
        )
    }

    private static func checked(_ server: String) throws -> String {
        let rest = server.hasPrefix("https://") ? server.dropFirst(8) : server.dropFirst(7)
        guard server.hasPrefix("https://") || server.hasPrefix("http://"), !rest.isEmpty else {
            throw ValidationError("“\(server)” is no server address; write it as http://127.0.0.1:8425")
        }
        if rest.prefix(while: { $0 != "/" }).contains("@") {
            throw ValidationError("a server address holds no name or password; the token says who you are")
        }
        return server
    }

    private static func read(_ path: String, in surroundings: Surroundings) -> String? {
        guard let text = try? surroundings.readFile(path) else { return nil }
        let line = text.split(whereSeparator: \.isWhitespace).first
        return line.map(String.init)
    }

    private static func configurationFolder(_ environment: [String: String]) -> String {
        if let folder = environment["XDG_CONFIG_HOME"], !folder.isEmpty { return folder + "/hark" }
        return (environment["HOME"] ?? "") + "/.config/hark"
    }
}

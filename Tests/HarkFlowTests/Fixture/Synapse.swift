import Foundation
import HarkCore
import HarkCurl
import HarkTesting

/// A real Matrix homeserver on loopback, with people who talk.
final class Synapse {
    /// One person's client.
    struct Person {
        let id: String
        let token: String
        let server: Synapse

        /// Calls the client API and returns the answer's object.
        @discardableResult
        func call(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws -> [String: Any] {
            try await server.call(method, path, body, token: token)
        }

        /// Makes a room and invites people.
        func room(inviting: [Person], isDirect: Bool) async throws -> String {
            let body: [String: Any] = [
                "preset": isDirect ? "trusted_private_chat" : "public_chat", "invite": inviting.map(\.id),
                "is_direct": isDirect,
            ]
            return try await call("POST", "createRoom", body)["room_id"] as? String ?? ""
        }

        /// Says something and returns the event's id.
        @discardableResult
        func say(_ text: String, in room: String, _ more: [String: Any] = [:]) async throws -> String {
            let content = ["msgtype": "m.text", "body": text].merging(more) { $1 }
            let path = "rooms/\(room.encoded)/send/m.room.message/\(UUID().uuidString)"
            return try await call("PUT", path, content)["event_id"] as? String ?? ""
        }

        /// The newest messages of a room, oldest first.
        func messages(of room: String) async throws -> [[String: Any]] {
            let answer = try await call("GET", "rooms/\(room.encoded)/messages?dir=b&limit=50")
            return ((answer["chunk"] as? [[String: Any]]) ?? []).reversed().filter {
                $0["type"] as? String == "m.room.message"
            }
        }
    }

    let port: Int
    private let folder: ScratchFolder
    private let transport = CurlTransport()
    private var child: Child?

    var origin: String { "http://127.0.0.1:\(port)" }

    init() async throws {
        folder = try ScratchFolder()
        port = try freePort()
        let root = folder.url.path
        try await python([
            "-m", "synapse.app.homeserver", "--server-name", "localhost", "--config-path", "\(root)/homeserver.yaml",
            "--generate-config", "--report-stats=no", "--data-directory", root,
        ])
        try configure(root)
        try await start()
    }

    /// Registers somebody and logs in.
    func person(_ name: String) async throws -> Person {
        let register = URL(filePath: Tools.synapse ?? "").deletingLastPathComponent().appending(
            path: "register_new_matrix_user"
        )
        try await run(
            register.path,
            ["-u", name, "-p", "pw-\(name)", "--no-admin", "-c", folder.path("homeserver.yaml"), origin],
            in: folder.url.path
        )
        let login: [String: Any] = [
            "type": "m.login.password", "identifier": ["type": "m.id.user", "user": name], "password": "pw-\(name)",
        ]
        let answer = try await call("POST", "login", login, token: nil)
        guard let token = answer["access_token"] as? String else { throw FlowFailure("no login: \(answer)") }
        return Person(id: "@\(name):localhost", token: token, server: self)
    }

    func stop() async {
        child?.signal(SIGTERM)
        _ = await child?.ended()
    }

    private func start() async throws {
        let arguments = ["-m", "synapse.app.homeserver", "-c", folder.path("homeserver.yaml")]
        child = try server(Tools.synapse ?? "", arguments, in: folder.url)
        _ = try await eventually("the homeserver’s health", within: .seconds(90)) {
            let answer = try? await transport.send(HTTPRequest(url: origin + "/health", timeout: .seconds(2)))
            return answer?.status == 200 ? true : nil
        }
    }

    private func configure(_ root: String) throws {
        let file = URL(filePath: "\(root)/homeserver.yaml")
        var text = try String(contentsOf: file, encoding: .utf8)
        let start = text.firstRange(of: "listeners:")?.lowerBound ?? text.endIndex
        let end = text[start...].firstRange(of: "\ndatabase:")?.lowerBound ?? text.endIndex
        text.replaceSubrange(
            start..<end,
            with: """
                listeners:
                  - port: \(port)
                    tls: false
                    type: http
                    bind_addresses: ["127.0.0.1"]
                    resources:
                      - names: [client]
                """
        )
        let keys = text.firstRange(of: "trusted_key_servers:")?.lowerBound ?? text.endIndex
        text = String(text[..<keys])
        text += """
            trusted_key_servers: []
            suppress_key_server_warning: true
            federation_domain_whitelist: []
            url_preview_enabled: false
            rc_message: {per_second: 1000, burst_count: 1000}
            rc_login:
              address: {per_second: 1000, burst_count: 1000}
              account: {per_second: 1000, burst_count: 1000}
            rc_invites:
              per_user: {per_second: 1000, burst_count: 1000}

            """
        try Data(text.utf8).write(to: file)
    }

    private func python(_ arguments: [String]) async throws {
        try await run(Tools.synapse ?? "", arguments, in: folder.url.path)
    }

    private func call(_ method: String, _ path: String, _ body: [String: Any]?, token: String?) async throws -> [String:
        Any]
    {
        var headers = [HTTPField("Content-Type", "application/json")]
        if let token { headers.append(HTTPField("Authorization", "Bearer \(token)")) }
        let bytes = try body.map { [UInt8](try JSONSerialization.data(withJSONObject: $0)) } ?? []
        let request = HTTPRequest(
            method: method,
            url: "\(origin)/_matrix/client/v3/\(path)",
            headers: headers,
            body: bytes,
            timeout: .seconds(90)
        )
        let answer = try await transport.send(request)
        let object = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any] ?? [:]
        guard answer.status == 200 else { throw FlowFailure("\(method) \(path): \(answer.status) \(object)") }
        return object
    }
}

extension String {
    /// Safe as a segment of a path.
    var encoded: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? self }
}

import Foundation
import HarkTesting

/// A real Dovecot on loopback with one mailbox, into which a test delivers.
final class Dovecot {
    static let user = "support@acme.example"
    static let password = "imap-password"

    let port: Int
    private let folder: ScratchFolder
    private var child: Child?
    private var delivered = 0

    init() async throws {
        folder = try ScratchFolder()
        port = try freePort()
        let root = folder.url.path
        for name in ["run", "state", "mail"] {
            try FileManager.default.createDirectory(atPath: "\(root)/\(name)", withIntermediateDirectories: true)
        }
        for name in ["new", "cur", "tmp"] {
            try FileManager.default.createDirectory(atPath: "\(mailbox)/\(name)", withIntermediateDirectories: true)
        }
        try Data(configuration.utf8).write(to: folder.url.appending(path: "dovecot.conf"))
        try await own()
        try await start()
    }

    /// Where the mails lie.
    var mailbox: String { folder.path("mail/\(Self.user)") }

    /// Puts a mail into the mailbox as a delivery agent would.
    func deliver(_ mails: [Data]) async throws {
        for mail in mails {
            delivered += 1
            let number = String(repeating: "0", count: 6 - String(delivered).count) + String(delivered)
            let name = "1795300000.\(number).host"
            try mail.write(to: URL(filePath: "\(mailbox)/tmp/\(name)"))
            try await run("/bin/chown", ["mail:mail", "\(mailbox)/tmp/\(name)"], in: folder.url.path)
            try FileManager.default.moveItem(atPath: "\(mailbox)/tmp/\(name)", toPath: "\(mailbox)/new/\(name)")
        }
    }

    /// How many mails a program has marked as seen.
    func seen() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "\(mailbox)/cur").count {
            $0.split(separator: ",").last?.contains("S") == true && $0.contains(":2,")
        }
    }

    /// Numbers all mails anew, as a server does whose index was lost.
    func renumber() async throws {
        await stop()
        for name in try FileManager.default.contentsOfDirectory(atPath: mailbox) where name.hasPrefix("dovecot") {
            try FileManager.default.removeItem(atPath: "\(mailbox)/\(name)")
        }
        // The validity is the second at which the list was made.
        try await Task.sleep(for: .milliseconds(1_100))
        try await start()
    }

    func start() async throws {
        child = try server(Tools.dovecot ?? "", ["-c", folder.path("dovecot.conf"), "-F"], in: folder.url)
        _ = try await eventually("Dovecot’s greeting") {
            try? await run(
                "/bin/bash",
                ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(port); head -c 4 <&3"],
                in: folder.url.path
            )
        }
    }

    func stop() async {
        child?.signal(SIGTERM)
        _ = await child?.ended()
        child = nil
    }

    private func own() async throws {
        try await run("/bin/chown", ["-R", "mail:mail", folder.path("mail")], in: folder.url.path)
    }

    private var configuration: String {
        let root = folder.url.path
        return """
            protocols = imap
            listen = 127.0.0.1
            base_dir = \(root)/run
            state_dir = \(root)/state
            log_path = \(root)/dovecot.log
            ssl = no
            disable_plaintext_auth = no
            auth_mechanisms = plain login
            mail_location = maildir:\(root)/mail/%u
            first_valid_uid = 1
            service imap-login {
              chroot =
              inet_listener imap {
                port = \(port)
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
            }
            service stats {
              chroot =
            }
            passdb {
              driver = static
              args = password=\(Self.password)
            }
            userdb {
              driver = static
              args = uid=mail gid=mail home=\(root)/mail/%u
            }

            """
    }
}

import Foundation
import HarkTesting

/// OpenSMTPD as a child process that keeps every mail in a Maildir.
final class Maildir {
    let port = MailTools.freePort()
    let folder: ScratchFolder
    private let process = Process()

    init() async throws {
        folder = try ScratchFolder()
        let root = folder.url.path
        try FileManager.default.createDirectory(atPath: root + "/mail", withIntermediateDirectories: true)
        let configuration = """
            table everybody { "@" = "nobody" }
            listen on 127.0.0.1 port \(port) hostname hark.test
            action "keep" maildir "\(root)/mail/box" virtual <everybody>
            match from any for any action "keep"

            """
        try Data(configuration.utf8).write(to: folder.url.appending(path: "smtpd.conf"))
        // The deliverer runs as “nobody” and must reach the folder.
        guard MailTools.runs("chmod 755 '\(root)' && chown nobody '\(root)/mail'") else {
            throw FlowFailure("the Maildir cannot be given away")
        }
        // The machine has one control socket and one spool for it; in a mount namespace of its own it has its own.
        process.executableURL = URL(filePath: "/usr/bin/env")
        let own = "mount -t tmpfs none /run && mount -t tmpfs -o mode=755 none /var/spool"
        process.arguments = ["unshare", "-m", "sh", "-c", own + " && exec /usr/sbin/smtpd -d -f '\(root)/smtpd.conf'"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let port = port
        _ = try await eventually("OpenSMTPD") {
            MailTools.runs("python3 -c \"import socket; socket.create_connection(('127.0.0.1', \(port)), 1)\"")
                ? true : nil
        }
    }

    /// The mails that were delivered.
    func files() throws -> [String] {
        let new = folder.url.path + "/mail/box/new"
        return ((try? FileManager.default.contentsOfDirectory(atPath: new)) ?? []).sorted().map { new + "/" + $0 }
    }

    /// How many threads notmuch sees.
    func threads() async throws -> Int {
        let root = folder.url.path
        try Data("[database]\npath=\(root)/mail\n[user]\nname=x\nprimary_email=x@acme.example\n[new]\ntags=new\n".utf8)
            .write(to: folder.url.appending(path: "notmuch"))
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "export NOTMUCH_CONFIG='\(root)/notmuch'; notmuch new --quiet && notmuch count --output=threads '*'",
        ]
        let output = try await Program.run(process, scratch: root)
        guard let count = Int(output.text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw FlowFailure("notmuch: \(output.complaint)")
        }
        return count
    }

    deinit { close() }

    /// Ends it, and its parts with it. By SIGKILL, because a child may inherit a mask that blocks every other signal.
    func close() { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
}

import Foundation
import HarkCore

/// What a channel says of its servers: `imap: imaps://mail.acme.example`, `smtp: smtps://mail.acme.example`.
enum MailSettings {
    /// Where the mailboxes are.
    static func mailbox(of channel: Channel) throws(ConnectorFailure) -> MailAccess {
        try access(channel, "imap", tls: 993, plain: 143, password: "password")
    }

    /// Where answers are handed in.
    static func submission(of channel: Channel) throws(ConnectorFailure) -> MailAccess {
        let own = channel.secrets["smtp_password"] == nil ? "password" : "smtp_password"
        return try access(channel, "smtp", tls: 465, plain: 587, password: own)
    }

    /// The mailboxes that are read; the sent one shows answers written in a mail program.
    static func mailboxes(of channel: Channel) -> [String] {
        let names = (channel.settings["mailboxes"] ?? "").split(separator: ",").map { $0.trimmed }.filter {
            !$0.isEmpty
        }
        return names.isEmpty ? ["INBOX"] : names
    }

    /// Whether a text is one plain address.
    static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && text.unicodeScalars.allSatisfy {
                $0.value > 32 && $0.value != 127 && !"<>\"\\,;:()".unicodeScalars.contains($0)
            }
    }

    private static func access(
        _ channel: Channel,
        _ scheme: String,
        tls: Int,
        plain: Int,
        password: String
    ) throws(ConnectorFailure) -> MailAccess {
        guard let text = channel.settings[scheme] else {
            throw .misconfigured(
                "channel \(channel.id) has no setting \(scheme); add e.g. \(scheme): \(scheme)s://mail.acme.example"
            )
        }
        let isSecure = text.hasPrefix("\(scheme)s://")
        guard isSecure || text.hasPrefix("\(scheme)://") else { throw malformed(channel, scheme) }
        let authority = text.dropFirst(scheme.count + (isSecure ? 4 : 3)).split(separator: "/").first ?? ""
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let host = parts.first, !host.isEmpty,
            host.utf8.allSatisfy({
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46
            }),
            let port = parts.count == 2 ? Int(parts[1]) : isSecure ? tls : plain, (1...65_535).contains(port)
        else { throw malformed(channel, scheme) }
        let isLoopback = host == "127.0.0.1" || host == "localhost"
        return MailAccess(
            host: String(host),
            port: port,
            security: isSecure ? .tls : isLoopback ? .none : .starttls,
            username: channel.settings["username"] ?? channel.account,
            proof: try proof(channel, password, isNeeded: scheme == "imap" || !isLoopback)
        )
    }

    private static func proof(
        _ channel: Channel,
        _ password: String,
        isNeeded: Bool
    ) throws(ConnectorFailure) -> MailAccess.Proof? {
        if let token = channel.secrets["token"] { return .token(token) }
        guard isNeeded || channel.secrets[password] != nil else { return nil }
        return .password(try channel.secret(password))
    }

    private static func malformed(_ channel: Channel, _ scheme: String) -> ConnectorFailure {
        .misconfigured(
            "channel \(channel.id): \(scheme) must be like \(scheme)s://host or \(scheme)://host:port (with STARTTLS)"
        )
    }
}

import Foundation
public import HarkCore

/// E-mail: mailboxes read over IMAP, answers handed in by SMTP.
///
/// Pure, like every connector. `Mailbox/` speaks IMAP's answers, `MIME/` takes a mail apart, `Reading/` makes a message
/// of it, `Polling` walks through a mailbox, `Replying` writes the answer.
public struct EmailConnector: Connector {
    /// The network it speaks.
    public static let network = Network("email")

    /// E-mail.
    public init() {}

    /// The networks it speaks.
    public var networks: [Network] { [Self.network] }

    /// What mail allows. The same answer sent twice bears the same Message-ID, by which mail programs know it again.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(kinds: [.email], reportsDelivery: true, sendsIdempotently: true, bringsAttachments: true)
    }

    /// What the channel's entry lacks.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        do { _ = try MailSettings.mailbox(of: channel) } catch { problems.append(error.reason) }
        if channel.settings["smtp"] != nil {
            do { _ = try MailSettings.submission(of: channel) } catch { problems.append(error.reason) }
        }
        if !MailSettings.isAddress(channel.account) {
            problems.append("channel \(channel.id): account must be its address, e.g. support@acme.example")
        }
        let known = ["imap", "smtp", "username", "mailboxes", "name", "addresses"]
        for name in channel.settings.keys.sorted() where !known.contains(name) {
            problems.append(
                "channel \(channel.id): unknown setting “\(name)”; known are: \(known.joined(separator: ", "))"
            )
        }
        return problems
    }

    /// Opens the first mailbox.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        let access = try MailSettings.mailbox(of: channel)
        let name = MailSettings.mailboxes(of: channel)[0]
        return HTTPRequest(mail: .mailbox(name, commands: [], at: access), timeout: .seconds(30))
    }

    /// Who we are, and how much lies in the mailbox.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        let answer = MailboxAnswer(response.body)
        guard answer.validity != nil else {
            throw .unreadable("the server opened the mailbox without naming its UIDVALIDITY")
        }
        let count = answer.exists.map { ", \($0) mails" } ?? ""
        return "\(channel.account) (\(MailSettings.mailboxes(of: channel)[0])\(count))"
    }

    /// What the server's refusal means: IMAP's by the status that ``MailExchange/mailbox(_:commands:at:)`` gives it,
    /// SMTP's by its own code.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        let said = String(decoding: response.body.suffix(400), as: UTF8.self).split(separator: "\n").last.map(
            String.init
        )
        let text = (said ?? "").quoted(hiding: channel.secrets.values)
        let reason = text.isEmpty ? "code \(response.status)" : text
        switch response.status {
        case 200..<300: return nil
        case 401, 530, 534, 535, 538:
            return .reauthorise("the mail server refuses the account; check username and password: \(reason)")
        case 404: return .misconfigured("there is no such mailbox; see mailboxes: in channels.yaml: \(reason)")
        case 429: return .rateLimited(until: now + .minutes(5), reason)
        case 400, 500..<503, 504..<600: return .rejected(reason)
        case 503: return .unavailable(reason)
        case 400..<500: return .unavailable(reason)
        default: return .rejected(reason)
        }
    }
}

extension Channel {
    /// Whether an address is one of this channel's: its account, or listed in `addresses`.
    func isOwn(_ address: String) -> Bool {
        let own = (settings["addresses"] ?? "").split { $0 == "," || $0.isWhitespace }.map { $0.lowercased() }
        return address.lowercased() == account.lowercased() || own.contains(address.lowercased())
    }
}

public import HarkCore

/// Hands mail to one SMTP server, on the thread and connections of a ``CurlTransport``.
///
/// `starttls` insists on TLS and never falls back; `tls` begins with it. A mail leaves to all its recipients or to none:
/// a recipient that the server refuses makes the whole mail fail.
public struct CurlMailer: Mailer {
    private let transport: CurlTransport
    private let server: MailServer

    /// A mailer for a server.
    public init(_ server: MailServer, over transport: CurlTransport) {
        self.server = server
        self.transport = transport
    }

    /// Sends one mail in one SMTP transaction; returns after the server's 250.
    public func send(_ mail: OutgoingMail) async throws {
        try mail.check(host: server.host, port: server.port)
        let outcome = await transport.loop.run(.mail(mail, at: server.access))
        if let failure = MailFailure(outcome, server: server) { throw failure }
    }
}

extension OutgoingMail {
    /// Refuses what could begin another command, or is no place to hand mail in.
    func check(host: String, port: Int) throws(MailFailure) {
        guard !host.isEmpty, host.utf8.allSatisfy(Self.isHostByte), (1...65_535).contains(port)
        else { throw .permanent("the mail server's host or port is not valid; look at mail: in hark.yaml") }
        guard !recipients.isEmpty else { throw .permanent("the mail has no recipient") }
        for address in [sender] + recipients {
            guard Self.isAddress(address) else {
                throw .permanent("an address is not of the form name@host; nothing was sent")
            }
        }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        (48...58).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 46
    }

    /// Whether an envelope address is one word around an `@`: nothing in it can begin another SMTP command.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && text.unicodeScalars.allSatisfy {
                $0.value > 32 && $0.value != 127 && !"<>\"\\,;".unicodeScalars.contains($0)
            }
            && text == CurlDetail.printable(text)
    }
}

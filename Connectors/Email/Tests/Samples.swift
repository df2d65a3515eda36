import HarkCore
import HarkEmail

let email = EmailConnector()

/// A channel as `channels.yaml` would describe it.
func channel(_ settings: [String: String] = [:], floor: Instant? = nil) -> Channel {
    let servers = ["imap": "imaps://mail.acme.example", "smtp": "smtp://mail.acme.example"]
    return Channel(
        id: Channel.ID("mail"),
        network: Network("email"),
        account: "support@acme.example",
        settings: servers.merging(settings) { $1 },
        secrets: ["password": Secret("hush-hush")],
        backfillFloor: floor
    )
}

/// A mail: header lines, an empty line, a body; line ends as they travel.
func mail(_ text: String) -> [UInt8] { Array(text.replacing("\n", with: "\r\n").utf8) }

/// What a bare mail is read as.
func read(_ text: String, _ channel: Channel = channel()) throws -> Inbound {
    let page = try email.page(HTTPResponse(status: 200, body: mail(text)), of: "INBOX", after: nil, channel: channel)
    return page.decoded.items[0]
}

/// The message in it.
func message(_ text: String, _ settings: [String: String] = [:]) throws -> Draft {
    switch try read(text, channel(settings)).change {
    case .message(let draft), .echo(let draft), .edit(let draft): return draft
    case .delete, .status, .reaction: throw DecodingFailure("no message")
    }
}

import HarkCore

/// What `hark.yaml` says: where the server listens, what it keeps, how mail leaves.
struct ServerFile {
    var host = "127.0.0.1"
    var port = 8425
    var publicURL: String?
    var database = "hark.sqlite"
    var keywords = "keywords"
    var mail: MailServer?
    var replyHold = Span.seconds(10)

    static let keys = ["listen", "public_url", "database", "keywords", "mail", "hold_replies"]

    init(_ root: Item?, references: References) {
        guard let root, let fields = root.fields("hark.yaml", Self.keys) else { return }
        if let item = fields["listen"] { listen(item) }
        publicURL = fields["public_url"]?.origin("public_url")
        database = fields["database"]?.sentence("database") ?? database
        keywords = fields["keywords"]?.sentence("keywords") ?? keywords
        mail = fields["mail"].flatMap { Self.mail($0, references) }
        replyHold = fields["hold_replies"].flatMap(Self.hold) ?? replyHold
    }

    /// Where the server is reached when nothing else is said.
    var localURL: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)" }

    private mutating func listen(_ item: Item) {
        guard let text = item.text("listen") else { return }
        let colon = text.lastIndex(of: ":") ?? text.endIndex
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        let port = Int(text[colon...].dropFirst())
        let isHost =
            !host.isEmpty && host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".:-_".contains($0)) }
        guard isHost, let port, (0...65_535).contains(port) else {
            item.wrong(
                "“listen”: “\(text.shortened)” is no address; write 127.0.0.1:8425 or [::1]:8425, port 0 to 65535"
            )
            return
        }
        self.host = String(host)
        self.port = port
    }

    /// Zero lets replies leave at once.
    private static func hold(_ item: Item) -> Span? {
        guard let text = item.text("hold_replies") else { return nil }
        guard let span = Span(written: text), span <= .hours(1) else {
            item.wrong("“hold_replies”: “\(text.shortened)” is no duration up to 1h; write 10s, or 0s for no hold")
            return nil
        }
        return span
    }

    private static func mail(_ item: Item, _ references: References) -> MailServer? {
        let keys = ["host", "port", "security", "username", "password", "from", "language"]
        guard let fields = item.fields("mail", keys) else { return nil }
        let host = item.required("host", of: fields)?.sentence("host")
        let from = item.required("from", of: fields)?.address("from")
        let security = fields["security"].map { $0.choice("security", MailServer.Security.self) } ?? .starttls
        let port = fields["port"].map { $0.number("port", in: 1...65_535) } ?? security?.usualPort
        let username = fields["username"]?.sentence("username")
        let password = fields["password"].flatMap { references.secret("password", $0) }
        let language = fields["language"].map { $0.choice("language", Language.self) } ?? .english
        if (fields["username"] == nil) != (fields["password"] == nil) {
            item.wrong("“username” and “password” go together; give both or neither")
        }
        guard let host, let from, let security, let port, let language else { return nil }
        return MailServer(
            host: host,
            port: port,
            security: security,
            username: username,
            password: password,
            from: from,
            language: language
        )
    }
}

extension MailServer.Security {
    /// The port that servers use for this kind of connection.
    fileprivate var usualPort: Int {
        switch self {
        case .tls: 465
        case .starttls: 587
        case .none: 25
        }
    }
}

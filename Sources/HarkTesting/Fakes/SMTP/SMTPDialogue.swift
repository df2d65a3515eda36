/// The server's side of one SMTP connection: lines in, steps out. No I/O.
struct SMTPDialogue {
    /// What the connection does next.
    enum Step: Equatable {
        case say(String)
        /// Keep the mail and say whether that went well.
        case keep(ReceivedMail)
        case hangUp
    }

    private enum Expecting {
        case command
        case credentials
        case username
        case password(for: String)
        case message
    }

    private let accounts: [String: String]
    private let takeFault: (SMTPFault.Stage) -> SMTPFault?
    private var expecting = Expecting.command
    private var account: String?
    private var sender: String?
    private var recipients: [String] = []
    private var lines: [String] = []
    private var faultInMessage: SMTPFault?

    /// - Parameters:
    ///   - accounts: Passwords by username. Empty: everybody may send. Otherwise only who logged in.
    ///   - takeFault: The trouble that was ordered for a stage; asking uses it up.
    init(accounts: [String: String], takeFault: @escaping (SMTPFault.Stage) -> SMTPFault?) {
        self.accounts = accounts
        self.takeFault = takeFault
    }

    /// What the server says first.
    static let greeting = "220 sink.hark.test ESMTP"

    /// Takes a line without its line end.
    mutating func take(_ line: String) -> [Step] {
        switch expecting {
        case .command: command(line)
        case .credentials: logIn(plain: line)
        case .username: askPassword(line)
        case .password(let username): logIn(username, SMTPBase64.decode(line) ?? "")
        case .message: messageLine(line)
        }
    }

    private mutating func command(_ line: String) -> [Step] {
        let verb = line.prefix { $0 != " " }.uppercased()
        let rest = String(line.dropFirst(verb.count).drop { $0 == " " })
        switch verb {
        case "EHLO": return [.say(greetingLines)]
        case "HELO", "NOOP": return [.say("250 OK")]
        case "RSET":
            forgetMail()
            return [.say("250 OK")]
        case "QUIT": return [.say("221 Bye"), .hangUp]
        case "AUTH": return authenticate(rest)
        case "MAIL": return mail(rest)
        case "RCPT": return recipient(rest)
        case "DATA": return data()
        default: return [.say("502 5.5.1 Command not implemented")]
        }
    }

    private var greetingLines: String {
        let offers = ["sink.hark.test", "8BITMIME", "SMTPUTF8", "SIZE 10485760"]
        let lines = accounts.isEmpty ? offers : offers + ["AUTH PLAIN LOGIN"]
        return lines.enumerated()
            .map { "250\($0 == lines.count - 1 ? " " : "-")\($1)" }
            .joined(separator: "\r\n")
    }

    private mutating func mail(_ rest: String) -> [Step] {
        guard accounts.isEmpty || account != nil else { return [.say("530 5.7.0 Authentication required")] }
        if let fault = takeFault(.sender) { return steps(of: fault) }
        guard let address = Self.address(in: rest, after: "FROM:") else { return [.say("501 5.5.4 Syntax error")] }
        forgetMail()
        sender = address
        return [.say("250 2.1.0 OK")]
    }

    private mutating func recipient(_ rest: String) -> [Step] {
        guard sender != nil else { return [.say("503 5.5.1 MAIL first")] }
        if let fault = takeFault(.recipient) { return steps(of: fault) }
        guard let address = Self.address(in: rest, after: "TO:") else { return [.say("501 5.5.4 Syntax error")] }
        recipients.append(address)
        return [.say("250 2.1.5 OK")]
    }

    private mutating func data() -> [Step] {
        guard !recipients.isEmpty else { return [.say("503 5.5.1 RCPT first")] }
        if let fault = takeFault(.data) { return steps(of: fault) }
        faultInMessage = takeFault(.message)
        expecting = .message
        return [.say("354 End with a line of one dot")]
    }

    private mutating func messageLine(_ line: String) -> [Step] {
        if case .hangUp = faultInMessage { return [.hangUp] }
        guard line == "." else {
            lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
            return []
        }
        expecting = .command
        defer { forgetMail() }
        if let faultInMessage { return steps(of: faultInMessage) }
        let message = lines.map { $0 + "\r\n" }.joined()
        let mail = ReceivedMail(sender: sender ?? "", recipients: recipients, message: message, account: account)
        return [.keep(mail)]
    }

    private mutating func forgetMail() {
        (sender, recipients, lines, faultInMessage) = (nil, [], [], nil)
    }

    private func steps(of fault: SMTPFault) -> [Step] {
        switch fault {
        case .answer(_, let text): [.say(text)]
        case .hangUp: [.hangUp]
        }
    }

    private static func address(in text: String, after keyword: String) -> String? {
        guard text.uppercased().hasPrefix(keyword), let open = text.firstIndex(of: "<"),
            let close = text[open...].firstIndex(of: ">")
        else { return nil }
        return String(text[text.index(after: open)..<close])
    }
}

extension SMTPDialogue {
    private mutating func authenticate(_ rest: String) -> [Step] {
        let words = rest.split(separator: " ").map(String.init)
        switch words.first?.uppercased() {
        case "PLAIN" where words.count == 2: return logIn(plain: words[1])
        case "PLAIN":
            expecting = .credentials
            return [.say("334 ")]
        case "LOGIN" where words.count == 2: return askPassword(words[1])
        case "LOGIN":
            expecting = .username
            return [.say("334 VXNlcm5hbWU6")]
        default: return [.say("504 5.5.4 Mechanism not supported")]
        }
    }

    /// The three parts of PLAIN in one: an identity nobody uses, username, password.
    private mutating func logIn(plain encoded: String) -> [Step] {
        let parts = (SMTPBase64.decode(encoded) ?? "").split(separator: "\0", omittingEmptySubsequences: false)
        return logIn(String(parts.dropFirst().first ?? ""), String(parts.dropFirst(2).first ?? ""))
    }

    private mutating func askPassword(_ encoded: String) -> [Step] {
        expecting = .password(for: SMTPBase64.decode(encoded) ?? "")
        return [.say("334 UGFzc3dvcmQ6")]
    }

    private mutating func logIn(_ username: String, _ password: String) -> [Step] {
        expecting = .command
        guard accounts[username] == password else { return [.say("535 5.7.8 Wrong username or password")] }
        account = username
        return [.say("235 2.7.0 Welcome")]
    }
}

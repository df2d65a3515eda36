import Foundation
import HarkCore

/// An answer as a mail. The same reply gives the same bytes on every attempt.
struct ReplyLetter {
    private let reply: Outgoing
    private let channel: Channel
    private let recipient: String

    init(_ reply: Outgoing, channel: Channel) throws(ConnectorFailure) {
        guard let recipient = reply.target.context?["to"] ?? reply.target.author?.id, MailSettings.isAddress(recipient)
        else { throw .rejected("the mail names no address to answer to") }
        self.reply = reply
        self.channel = channel
        self.recipient = recipient
    }

    /// The Message-ID without its brackets.
    static func id(of reply: Outgoing, channel: Channel) -> String {
        let domain = channel.account.split(separator: "@").last.map { $0.lowercased() } ?? "hark.invalid"
        return "\(Letter.ownPrefix)\(reply.id)@\(domain)"
    }

    /// The mail, ready to leave.
    func rendered() throws(ConnectorFailure) -> OutgoingMail {
        var headers = ""
        do throws(MailFailure) {
            for field in fields { headers += try field.folded() }
        } catch {
            throw .rejected(String(describing: error))
        }
        let lines = reply.text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let body = QuotedPrintable.encoded(lines.hasSuffix("\n") ? lines : lines + "\n")
        return OutgoingMail(sender: channel.account, recipients: [recipient], message: headers + "\r\n" + body)
    }

    private var fields: [MailHeader] {
        var fields: [MailHeader] = []
        if let writtenAt = reply.writtenAt { fields.append(MailHeader("Date", structured: [MailDate.text(writtenAt)])) }
        fields += [
            MailHeader("From", structured: Self.person(channel.settings["name"], channel.account)),
            MailHeader("To", structured: Self.person(reply.target.context?["name"], recipient)),
            MailHeader("Subject", text: subject),
            MailHeader("Message-ID", structured: ["<\(Self.id(of: reply, channel: channel))>"]),
        ]
        let parent = reply.target.messageID.split(separator: "#").first.map(String.init) ?? ""
        if Self.isID(parent) { fields.append(MailHeader("In-Reply-To", structured: ["<\(parent)>"])) }
        let chain = (reply.target.context?["references"] ?? parent).split(separator: " ").map(String.init)
        let references = chain.filter(Self.isID).map { "<\($0)>" }
        if !references.isEmpty { fields.append(MailHeader("References", structured: references)) }
        return fields + [
            MailHeader("MIME-Version", structured: ["1.0"]),
            MailHeader("Content-Type", structured: ["text/plain;", "charset=utf-8"]),
            MailHeader("Content-Transfer-Encoding", structured: ["quoted-printable"]),
        ]
    }

    /// `Re: ` once, whatever the customer's program wrote before it.
    private var subject: String {
        let words = (reply.target.context?["subject"] ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
        let line = String(
            words.unicodeScalars.filter { !$0.properties.generalCategory.isControl }.map(Character.init).prefix(250)
        )
        let marks = ["re:", "aw:", "sv:", "antw:"]
        return marks.contains { line.lowercased().hasPrefix($0) } ? line : "Re: \(line)".trimmed
    }

    private static func person(_ name: String?, _ address: String) -> [String] {
        guard let name, !name.isEmpty else { return [address] }
        let line = String(
            name.unicodeScalars.filter { !$0.properties.generalCategory.isControl }.map(Character.init).prefix(80)
        )
        let isPlain = line.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " ") }
        return (isPlain ? [line] : EncodedWord.words(for: line)) + ["<\(address)>"]
    }

    /// Whether an id can stand in a header: a stranger chose it. Those we made up are no Message-IDs.
    private static func isID(_ id: String) -> Bool {
        !id.isEmpty && id.utf8.count <= 900 && !id.hasPrefix("unnamed.")
            && id.utf8.allSatisfy { (33...126).contains($0) && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isControl: Bool {
        switch self {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: false
        }
    }
}

import HarkCore
import NIOCore

/// One reader's connection to a ``FakeMailbox``.
final class FakeMailConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let mailbox: FakeMailbox
    private var unread = ByteBuffer()

    init(_ mailbox: FakeMailbox) { self.mailbox = mailbox }

    func channelActive(context: ChannelHandlerContext) {
        guard mailbox.takeTrouble(at: .hello) == nil else {
            say("* BYE too many readers", context)
            return context.close(promise: nil)
        }
        say("* OK ready", context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var part = unwrapInboundIn(data)
        unread.writeBuffer(&part)
        while let end = unread.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
            guard let line = unread.readString(length: end - unread.readerIndex + 1) else { return }
            // "\r\n" is one Character.
            answer(String(line.dropLast()), context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func answer(_ line: String, _ context: ChannelHandlerContext) {
        mailbox.heard(line)
        let words = line.split(separator: " ", maxSplits: 3).map(String.init)
        guard words.count > 1 else { return }
        let tag = words[0]
        switch words[1].uppercased() {
        case "CAPABILITY":
            say("* CAPABILITY IMAP4rev1", context)
            say("\(tag) OK", context)
        case "LOGIN":
            let isRefused = mailbox.takeTrouble(at: .login) != nil
            say(tag + (isRefused ? " NO [AUTHENTICATIONFAILED] not you" : " OK in"), context)
        case "EXAMINE":
            say("* \(mailbox.mails.count) EXISTS", context)
            say("* OK [UIDVALIDITY \(mailbox.validity)] valid", context)
            say("* OK [UIDNEXT \((mailbox.mails.last?.uid ?? 0) + 1)] next", context)
            say("\(tag) OK [READ-ONLY] open", context)
        case "UID" where words.count > 3 && words[2].uppercased() == "SEARCH": search(words[3], tag, context)
        case "UID" where words.count > 3: fetch(words[3], tag, context)
        default:
            say("* BYE", context)
            context.close(promise: nil)
        }
    }

    private func search(_ what: String, _ tag: String, _ context: ChannelHandlerContext) {
        let trouble = mailbox.takeTrouble(at: .search)
        switch trouble {
        case .silence: return
        case .refusal(let words): return say("\(tag) \(words)", context)
        case .byeToSearch:
            say("* BYE shutting down", context)
            return context.close(promise: nil)
        default: break
        }
        let start = what.hasPrefix("UID ") ? what.dropFirst(4).split(separator: ":").first.flatMap { UInt32($0) } : nil
        var found = mailbox.mails.map(\.uid).filter { $0 >= start ?? 0 }
        // `105:*` always names the last one.
        if found.isEmpty, let last = mailbox.mails.last { found = [last.uid] }
        if trouble == .nothingFound { found = [] }
        say("* SEARCH" + found.map { " \($0)" }.joined(), context)
        say("\(tag) OK searched", context)
    }

    private func fetch(_ what: String, _ tag: String, _ context: ChannelHandlerContext) {
        let trouble = mailbox.takeTrouble(at: .fetch)
        let wanted = Set(what.prefix { $0 != " " }.split(separator: ",").compactMap { UInt32($0) })
        var mails = mailbox.mails.filter { wanted.contains($0.uid) }
        if trouble == .backwards { mails.reverse() }
        if trouble == .duplicates { mails += mails }
        for (number, mail) in mails.enumerated() {
            if trouble == .garbage {
                for line in ["* 17 (((", "* \(number) FETCH (FLAGS", "%% \u{0} \"", "* OK [", "*"] {
                    say(line, context)
                }
            }
            var bytes = ByteBuffer(string: head(of: mail, number))
            guard trouble != .tornLiteral || number < mails.count / 2 else {
                bytes.writeBytes(mail.bytes.prefix(40))
                context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
                return context.close(promise: nil)
            }
            bytes.writeBytes(mail.bytes)
            bytes.writeString(")\r\n")
            context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        }
        say("\(tag) OK fetched", context)
    }

    private func head(of mail: FakeMailbox.Mail, _ number: Int) -> String {
        let size = mail.bytes.count
        return "* \(number + 1) FETCH (UID \(mail.uid) INTERNALDATE \"\(Self.date(mail.arrived))\" RFC822.SIZE \(size)"
            + " BODYSTRUCTURE (\"text\" \"plain\" NIL NIL NIL \"7bit\" \(size) 1) BODY[]<0> {\(size)}\r\n"
    }

    /// `22-Nov-2026 09:30:00 +0000` of `2026-11-22T09:30:00Z`.
    private static func date(_ instant: Instant) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let digits = instant.description.split { "-T:Z.".contains($0) }.map(String.init)
        guard digits.count > 5, let month = Int(digits[1]) else { return "" }
        return "\(digits[2])-\(months[month - 1])-\(digits[0]) \(digits[3]):\(digits[4]):\(digits[5]) +0000"
    }

    private func say(_ line: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: line + "\r\n")), promise: nil)
    }
}

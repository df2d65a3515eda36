import Foundation
import HarkCore

/// A mail as something that happened: a customer's, one of ours, or a notice about one of ours.
struct Letter {
    /// Ids of answers from here begin with it.
    static let ownPrefix = "hark."

    private let mail: MIMEPart
    private let bytes: ArraySlice<UInt8>
    private let channel: Channel
    private let arrived: Instant?

    /// A mail as it lies in the mailbox.
    ///
    /// - Parameters:
    ///   - bytes: The mail, perhaps cut at its end.
    ///   - arrived: When the server took it in; nil when unknown.
    ///   - channel: Whose mailbox it is.
    init(_ bytes: ArraySlice<UInt8>, arrived: Instant?, channel: Channel) {
        mail = MIMEPart(bytes)
        self.bytes = bytes
        self.arrived = arrived
        self.channel = channel
    }

    /// What it is for us. `attachments` replaces what a cut mail shows of its own.
    func inbound(attachments known: [Attachment]?, place: String?) -> Inbound {
        let network = EmailConnector.network
        if let notice = DeliveryNotice(mail), notice.letter.hasPrefix(Self.ownPrefix) {
            let report = DeliveryReport(id: notice.letter, state: notice.state, at: sentAt, reason: notice.reason)
            return Inbound(network: network, change: .status(report))
        }
        let draft = draft(attachments: known, place: place)
        return Inbound(network: network, change: isOurs ? .echo(draft) : .message(draft))
    }

    // MARK: - People

    private var from: MailAddresses.Mailbox? {
        for field in ["from", "sender", "resent-from", "return-path"] {
            if let first = MailAddresses(mail.headers[field]).mailboxes.first { return first }
        }
        return nil
    }

    private var replyTo: MailAddresses.Mailbox? { MailAddresses(mail.headers["reply-to"]).mailboxes.first }

    /// A form on our own site writes in our name and names the customer in Reply-To.
    private var isForm: Bool {
        guard let from, let replyTo else { return false }
        return channel.isOwn(from.address) && !channel.isOwn(replyTo.address)
    }

    private var isOurs: Bool { from.map { channel.isOwn($0.address) } ?? false && !isForm }

    private static func author(_ mailbox: MailAddresses.Mailbox) -> Author {
        let lower = mailbox.address.lowercased()
        return Author(
            id: mailbox.address,
            handle: mailbox.address,
            name: mailbox.name,
            aliases: lower == mailbox.address ? [] : [lower]
        )
    }

    // MARK: - The message

    private var sentAt: Instant {
        let said = mail.headers["date"].flatMap(MailDates.instant)
        guard let arrived else { return said ?? Instant(milliseconds: 0) }
        // A clock that runs ahead of the server's by more than a day is wrong.
        guard let said, said <= arrived + .days(1) else { return arrived }
        return said
    }

    private func draft(attachments known: [Attachment]?, place: String?) -> Draft {
        let words = MailText(mail)
        let subject = mail.headers.text("subject").flatMap { $0.isEmpty ? nil : $0 }
        let author = (isForm ? replyTo : from).map(Self.author)
        let parents = MessageIDs.all(in: mail.headers["in-reply-to"])
        let references = MessageIDs.all(in: mail.headers["references"])
        let (id, other) = ids(words.text, subject)
        let parent = parents.last ?? references.last
        let root = references.first ?? parents.first ?? id
        let chain = references.isEmpty ? parents : references
        var draft = Draft(
            id: id,
            kind: .email,
            isPrivate: true,
            author: author,
            recipient: MailAddresses(mail.headers["to"]).mailboxes.first.map(Self.author),
            text: words.text,
            subject: subject,
            attachments: known ?? words.others.map { Attachment($0, place: place) },
            thread: root,
            conversation: .thread(root),
            parent: parent,
            sentAt: sentAt,
            isUnsupported: words.isEncrypted,
            isAutomatic: Automatic.wrote(mail, author: from?.address)
        )
        draft.ancestors = (references.reversed() + parents).filter { $0 != parent }
        draft.otherID = other
        draft.replyContext = replyContext(id: id, chain: chain, subject: subject)
        return draft
    }

    /// The Message-ID, or what never changes of a mail without one; and the id of a mail whose Message-ID is taken.
    private func ids(_ text: String?, _ subject: String?) -> (String, String?) {
        guard let id = MessageIDs.all(in: mail.headers["message-id"]).first else {
            return ("unnamed.\(ContentDigest.of(bytes))", nil)
        }
        let told = "\(from?.address ?? "")\n\(subject ?? "")\n\(text ?? "")"
        return (id, "\(id)#\(ContentDigest.of(Array(told.utf8)[...]))")
    }

    private func replyContext(id: String, chain: [String], subject: String?) -> [String: String] {
        var context: [String: String] = [:]
        context["to"] = (replyTo ?? from)?.address
        context["name"] = (replyTo ?? from)?.name
        context["subject"] = subject
        // The first of a long chain names the thread, the last ones place the answer in it.
        let all = chain.filter { $0 != id } + [id]
        let kept = all.count > 12 ? all.prefix(1) + all.suffix(11) : all[...]
        context["references"] = kept.joined(separator: " ")
        return context
    }
}

extension Attachment {
    /// A part of a mail. `place` is the mail's place in the mailbox, from where its bytes can be fetched.
    init(_ part: MIMEPart, place: String?) {
        let isMail = part.mediaType == "message/rfc822"
        let inner = isMail ? MIMEPart(part.content[...]).headers.text("subject") : nil
        self.init(
            kind: Kind(mediaType: part.mediaType),
            reference: place.map { "\($0)/\(part.number)" },
            name: part.fileName ?? inner.map { "\($0).eml" },
            mediaType: part.mediaType,
            size: part.content.count
        )
    }
}

extension Attachment.Kind {
    /// The coarse kind of a media type.
    init(mediaType: String) {
        switch mediaType.split(separator: "/").first {
        case "image": self = .image
        case "video": self = .video
        case "audio": self = .audio
        case "text" where mediaType == "text/vcard" || mediaType == "text/x-vcard": self = .contact
        default: self = .file
        }
    }
}

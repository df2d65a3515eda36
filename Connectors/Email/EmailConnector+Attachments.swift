public import HarkCore

extension EmailConnector: AttachmentConnector {
    /// Fetches the whole mail once more; its reference says where it lies: `INBOX/1795304985/104/2`.
    public func request(for attachment: Attachment, channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        let place = try Place(attachment)
        let command = "UID FETCH \(place.uid) (UID BODY.PEEK[])"
        return HTTPRequest(
            mail: .mailbox(place.mailbox, commands: [command], at: try MailSettings.mailbox(of: channel)),
            timeout: AttachmentContent.timeout,
            responseLimit: 64 << 20
        )
    }

    /// The part's own bytes.
    public func bytes(
        of attachment: Attachment,
        in response: HTTPResponse,
        channel: Channel
    ) throws(ConnectorFailure) -> [UInt8] {
        let place = try Place(attachment)
        let answer = MailboxAnswer(response.body)
        guard answer.validity == place.validity, let mail = answer.items.first(where: { $0.uid == place.uid })?.bytes,
            let part = MIMEPart(mail[...]).leaves.first(where: { $0.number == place.part })
        else { throw .notFound("the mail is no longer where it was; look for it in the mailbox") }
        return part.content
    }

    private struct Place {
        var mailbox: String
        var validity: UInt32
        var uid: UInt32
        var part: String

        init(_ attachment: Attachment) throws(ConnectorFailure) {
            let words = (attachment.reference ?? "").split(separator: "/", omittingEmptySubsequences: false)
            guard words.count >= 4, let uid = UInt32(words[words.count - 2]),
                let validity = UInt32(words[words.count - 3]), let part = words.last
            else { throw .notFound("the attachment has no place in a mailbox") }
            mailbox = words.dropLast(3).joined(separator: "/")
            self.validity = validity
            self.uid = uid
            self.part = String(part)
        }
    }
}

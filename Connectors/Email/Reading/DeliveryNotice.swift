import Foundation
import HarkCore

/// What a mail server says of a letter it could not, or did, deliver (RFC 3464).
struct DeliveryNotice {
    /// The id of the letter concerned.
    let letter: String
    /// How far it came.
    let state: DeliveryReport.State
    /// The server's reason.
    let reason: String?

    /// Nil for a mail that is no such notice, or does not say which letter it means.
    init?(_ mail: MIMEPart) {
        guard mail.mediaType == "multipart/report",
            let status = mail.leaves.first(where: { $0.mediaType == "message/delivery-status" })
        else { return nil }
        var fields: [String: String] = [:]
        var rest = status.content[...]
        while !rest.isEmpty {
            let group = MailHeaders(&rest)
            for name in ["action", "status", "diagnostic-code", "final-recipient"] where fields[name] == nil {
                fields[name] = group[name]
            }
        }
        switch fields["action"]?.lowercased().prefix(while: \.isLetter) {
        case "failed": state = .failed
        case "delivered": state = .delivered
        default: return nil
        }
        let original = mail.leaves.first {
            ["message/rfc822", "text/rfc822-headers", "message/global"].contains($0.mediaType)
        }
        guard let original, let id = MessageIDs.all(in: MIMEPart(original.content[...]).headers["message-id"]).first
        else {
            return nil
        }
        letter = id
        let code = (fields["diagnostic-code"] ?? fields["status"]).map { EncodedWords.decoded($0) }
        reason = code?.quoted(hiding: [Secret]())
    }
}

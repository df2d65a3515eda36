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
        guard mail.mediaType == "multipart/report" else { return nil }
        var fields: [String: String] = [:]
        // Some servers write a sentence in one such part and the fields in the next.
        for status in mail.leaves where status.mediaType == "message/delivery-status" {
            for group in Self.groups(in: status.content[...]) {
                for name in ["action", "status", "diagnostic-code"] where fields[name] == nil {
                    fields[name] = group[name]
                }
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

    /// The groups of fields, one of the letter and one of each recipient; lines that are no fields are passed over.
    private static func groups(in bytes: ArraySlice<UInt8>) -> [MailHeaders] {
        var groups: [MailHeaders] = []
        var rest = bytes
        while !rest.isEmpty {
            let before = rest.startIndex
            groups.append(MailHeaders(&rest))
            if rest.startIndex == before { _ = rest.nextLine() }
        }
        return groups
    }
}

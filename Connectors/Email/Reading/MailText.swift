import Foundation

/// What a mail says in words, and which of its parts are not words.
struct MailText {
    /// The words; nil when there are none.
    private(set) var text: String?
    /// Parts that are no words and no other form of them.
    private(set) var others: [MIMEPart] = []
    /// Whether there is content that only the recipient's keys open.
    private(set) var isEncrypted = false

    init(_ mail: MIMEPart) {
        let words = read(mail).trimmed
        text = words.isEmpty ? nil : words
    }

    private mutating func read(_ part: MIMEPart) -> String {
        switch part.mediaType {
        case "multipart/alternative": return alternative(part.children)
        case "multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime":
            if part.parameter("smime-type") == "signed-data" { break }
            isEncrypted = true
            return ""
        case "multipart/related":
            // The first part is the document, the others are what it shows.
            let document = part.children.first.map { read($0) } ?? ""
            others += part.children.dropFirst().flatMap(\.leaves)
            return document
        case "multipart/signed": return part.children.first.map { read($0) } ?? ""
        case _ where part.isMultipart:
            return part.children.map { read($0).trimmed }.filter { !$0.isEmpty }.joined(separator: "\n\n")
        case "text/plain" where !part.isAttachment: return Self.plain(part)
        case "text/html" where !part.isAttachment: return HTMLWords(part.text).plain
        case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
            "message/delivery-status", "message/disposition-notification", "text/rfc822-headers":
            return ""
        case _ where part.mediaType.hasPrefix("multipart/"):
            // A boundary that never comes: the words stand there all the same.
            return Self.plain(part)
        default: break
        }
        others.append(part)
        return ""
    }

    /// The plain form where it says anything, else the first that does. Other forms of the same words are no
    /// attachments, but what only one form carries (a picture, an invitation) is.
    private mutating func alternative(_ forms: [MIMEPart]) -> String {
        let ordered = forms.filter { $0.mediaType == "text/plain" } + forms.filter { $0.mediaType != "text/plain" }
        var words = ""
        for form in ordered where words.isEmpty || form.isMultipart || !form.mediaType.hasPrefix("text/") {
            let said = read(form).trimmed
            if words.isEmpty { words = said }
        }
        return words
    }

    private static func plain(_ part: MIMEPart) -> String {
        guard part.parameter("format")?.lowercased() == "flowed" else { return part.text }
        return FlowedText(part.text, deletesSpaces: part.parameter("delsp")?.lowercased() == "yes").unfolded
    }
}

extension MIMEPart {
    /// The parts without parts.
    var leaves: [MIMEPart] { isMultipart ? children.flatMap(\.leaves) : [self] }
}

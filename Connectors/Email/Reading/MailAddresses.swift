import Foundation

/// The people in a From, To or Reply-To field (RFC 5322, 3.4), read as leniently as mail is written.
struct MailAddresses {
    /// One person.
    struct Mailbox: Hashable {
        var name: String?
        var address: String
    }

    let mailboxes: [Mailbox]

    init(_ field: String?) {
        var reader = Reader()
        for character in field ?? "" { reader.take(character) }
        reader.endMailbox()
        mailboxes = reader.mailboxes
    }

    private struct Reader {
        var mailboxes: [Mailbox] = []
        private var phrase = ""
        private var comment = ""
        private var address: String?
        private var isQuoted = false
        private var isEscaped = false
        private var isInAngles = false
        private var depth = 0

        mutating func take(_ character: Character) {
            switch character {
            case _ where isEscaped:
                append(character)
                isEscaped = false
            case "\\" where isQuoted || depth > 0: isEscaped = true
            case "\"" where depth == 0: isQuoted.toggle()
            case _ where isQuoted: append(character)
            case "(":
                depth += 1
                if depth > 1 { append(character) }
            case ")" where depth > 0:
                depth -= 1
                if depth > 0 { append(character) }
            case _ where depth > 0: append(character)
            case "<":
                isInAngles = true
                address = ""
            case ">": isInAngles = false
            case ":" where !isInAngles: phrase = ""
            case ",", ";": if !isInAngles { endMailbox() }
            default: append(character)
            }
        }

        private mutating func append(_ character: Character) {
            if depth > 0 {
                comment.append(character)
            } else if isInAngles {
                address?.append(character)
            } else {
                phrase.append(character)
            }
        }

        mutating func endMailbox() {
            defer { (phrase, comment, address, isInAngles, isQuoted, depth) = ("", "", nil, false, false, 0) }
            let words = EncodedWords.decoded(phrase.trimmed).trimmed
            let spoken = (address ?? phrase).filter { !$0.isWhitespace }
            // A route, `<@a,@b:ana@example.org>`, leads through hosts that no longer matter.
            let plain = spoken.hasPrefix("@") ? String(spoken.split(separator: ":").last ?? "") : spoken
            guard plain.contains("@") || address != nil && !plain.isEmpty else { return }
            let name = address == nil ? EncodedWords.decoded(comment.trimmed).trimmed : words
            mailboxes.append(Mailbox(name: name.isEmpty || name == plain ? nil : name, address: Self.normal(plain)))
        }

        /// The domain in lower case; the part before it is the recipient's business.
        private static func normal(_ address: String) -> String {
            guard let at = address.lastIndex(of: "@") else { return address }
            return address[..<at] + address[at...].lowercased()
        }
    }
}

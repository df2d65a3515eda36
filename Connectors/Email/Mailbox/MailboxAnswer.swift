import HarkCore

/// What the server said to EXAMINE and one command: where the mailbox stands, what was found, what was fetched.
struct MailboxAnswer {
    /// One mail as it lies in the mailbox.
    struct Item {
        var uid: UInt32
        var arrived: Instant?
        /// The size of the whole mail.
        var size: Int?
        /// The mail, or its beginning.
        var bytes: [UInt8]?
        /// How it is made up, for a mail that is not here whole.
        var structure: MailboxValue?
    }

    private(set) var validity: UInt32?
    private(set) var next: UInt32?
    private(set) var exists: Int?
    private(set) var found: [UInt32] = []
    private(set) var items: [Item] = []
    /// Fetched pieces that could not be read.
    private(set) var malformed: [String] = []

    init(_ body: [UInt8]) {
        var reader = MailboxLines()
        // What broke off has no line end; it is read as far as it came.
        reader.read(body + [0x0D, 0x0A])
        for range in reader.lines {
            let line = body[range.clamped(to: 0..<body.count)]
            guard line.starts(with: [UInt8(ascii: "*"), 0x20]) else { continue }
            read(line.dropFirst(2))
        }
    }

    private mutating func read(_ line: ArraySlice<UInt8>) {
        let values = MailboxValue.all(in: line)
        let words = values.prefix(3).map { $0.string?.uppercased() ?? "" }
        switch words.first {
        case "OK": readCode(String(decoding: line.prefix(200), as: UTF8.self))
        case "SEARCH": found += values.dropFirst().compactMap { $0.string.flatMap { UInt32($0) } }
        default:
            guard words.count > 1 else { return }
            if words[1] == "EXISTS" { exists = Int(words[0]) }
            if words[1] == "FETCH", values.count > 2 { fetch(values[2].elements) }
        }
    }

    /// `OK [UIDVALIDITY 1795304985] UIDs valid`
    private mutating func readCode(_ line: String) {
        let words = line.split { " []".contains($0) }.map(String.init)
        for (word, number) in zip(words, words.dropFirst()) {
            if word.uppercased() == "UIDVALIDITY" { validity = UInt32(number) ?? validity }
            if word.uppercased() == "UIDNEXT" { next = UInt32(number) ?? next }
        }
    }

    private mutating func fetch(_ values: [MailboxValue]) {
        var item = Item(uid: 0)
        var hasBody = false
        for (name, value) in zip(values, values.dropFirst()) {
            guard case .word(let name) = name else { continue }
            switch name.uppercased() {
            case "UID": item.uid = value.string.flatMap { UInt32($0) } ?? item.uid
            case "INTERNALDATE": item.arrived = value.string.flatMap(MailDates.internalDate)
            case "RFC822.SIZE": item.size = value.string.flatMap { Int($0) }
            case "BODYSTRUCTURE": item.structure = value
            case let section where section.hasPrefix("BODY[]"):
                hasBody = true
                if case .text(let bytes) = value { item.bytes = bytes }
            default: break
            }
        }
        // A change of flags comes unasked and brings no mail.
        guard hasBody else { return }
        guard item.uid > 0, item.bytes?.isEmpty == false else {
            malformed.append("mail \(item.uid): the server sent it without UID or without content")
            return
        }
        items.append(item)
    }
}

import HarkCore

/// Writes the JSON columns of the intake's path, several for every message, by hand.
///
/// The general encoder took a third of the writer's time. Readers use the general decoder, so a drift between the two
/// shows in every test that reads a conversation back.
struct JSONLine {
    /// The document, as UTF-8.
    private(set) var bytes: [UInt8] = []

    /// The document.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A list of words.
    static func of(_ words: [String]) -> JSONLine {
        guard !words.isEmpty else { return JSONLine(bytes: Array("[]".utf8)) }
        var line = JSONLine()
        line.list(words) { $0.string($1) }
        return line
    }

    /// Names with values, sorted so that rows compare.
    static func of(_ facts: [String: String]) -> JSONLine {
        guard !facts.isEmpty else { return JSONLine(bytes: Array("{}".utf8)) }
        var line = JSONLine()
        line.object { line in
            for (name, value) in facts.sorted(by: { $0.key < $1.key }) { line.field(name) { $0.string(value) } }
        }
        return line
    }

    /// What the model made of a message.
    static func of(_ triage: Triage) -> JSONLine {
        var line = JSONLine()
        line.object { line in
            line.field("evidence") { $0.list(triage.evidence) { $0.evidence($1) } }
            line.field("fingerprint") { $0.string(triage.fingerprint) }
            if let gate = triage.gate { line.field("gate") { $0.string(gate.rawValue) } }
            line.field("language") { $0.string(triage.language.rawValue) }
            line.field("sentiment") { line in
                line.object { line in
                    if let confidence = triage.sentiment.confidence {
                        line.field("confidence") { $0.number(confidence) }
                    }
                    line.field("label") { $0.string(triage.sentiment.label.rawValue) }
                    line.field("score") { $0.number(triage.sentiment.score) }
                }
            }
            line.field("topics") { $0.list(triage.topics) { $0.string($1) } }
            line.field("urgency") { line in
                line.object { line in
                    line.field("level") { $0.string(triage.urgency.level.rawValue) }
                    line.field("score") { $0.number(triage.urgency.score) }
                }
            }
        }
        return line
    }

    /// What the rules made of a message.
    static func of(_ routing: RoutingDecision) -> JSONLine {
        var line = JSONLine()
        line.object { line in
            line.field("matches") { $0.list(routing.matches) { $0.match($1) } }
            line.field("tags") { $0.list(routing.tags) { $0.string($1) } }
            line.field("team", routing.team) { $0.string($1) }
            line.field("urgency_shift") { $0.number(routing.urgencyShift) }
        }
        return line
    }

    /// An account, as a payload showed it.
    static func of(_ author: Author) -> JSONLine {
        var line = JSONLine()
        line.object { line in
            line.field("aliases") { $0.list(author.aliases) { $0.string($1) } }
            line.field("bot") { $0.flag(author.isBot) }
            line.field("followers", author.followers) { $0.number($1) }
            line.field("handle", author.handle) { $0.string($1) }
            line.field("id") { $0.string(author.id) }
            line.field("name", author.name) { $0.string($1) }
            line.field("url", author.url) { $0.string($1) }
        }
        return line
    }

    /// What came with a message.
    static func of(_ attachments: [Attachment]) -> JSONLine {
        var line = JSONLine()
        line.list(attachments) { $0.attachment($1) }
        return line
    }

    /// Header fields, each a pair of name and value.
    static func of(_ headers: [HTTPField]) -> JSONLine {
        var line = JSONLine()
        line.list(headers) { line, field in line.list([field.name, field.value]) { $0.string($1) } }
        return line
    }

    private mutating func attachment(_ attachment: Attachment) {
        object { line in
            line.field("kind") { $0.string(attachment.kind.rawValue) }
            line.field("media_type", attachment.mediaType) { $0.string($1) }
            line.field("name", attachment.name) { $0.string($1) }
            line.field("note", attachment.note) { $0.string($1) }
            line.field("reference", attachment.reference) { $0.string($1) }
            line.field("size", attachment.size) { $0.number($1) }
            line.field("url", attachment.url) { $0.string($1) }
        }
    }

    /// The short form that ``Evidence`` reads back.
    private mutating func evidence(_ evidence: Evidence) {
        bytes.append(UInt8(ascii: "["))
        string(evidence.aspect.rawValue)
        next { $0.string(evidence.term) }
        next { $0.number(evidence.weight) }
        next { $0.string(evidence.source) }
        if let span = evidence.span {
            next { $0.number(span.start) }
            next { $0.number(span.length) }
        } else {
            next { $0.null() }
        }
        next { line in evidence.group.map { line.string($0) } ?? line.null() }
        next { line in evidence.rule.map { line.string($0) } ?? line.null() }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func match(_ match: RoutingDecision.Match) {
        object { line in
            line.field("condition") { $0.string(match.condition) }
            line.field("outcome") { $0.string(match.outcome) }
            line.field("rule") { $0.string(match.rule) }
            line.field("source") { $0.string(match.source) }
        }
    }

    // MARK: Grammar

    private mutating func object(_ write: (inout JSONLine) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        write(&self)
        close(with: UInt8(ascii: "}"))
    }

    private mutating func list<Values: Sequence>(_ values: Values, _ write: (inout JSONLine, Values.Element) -> Void) {
        bytes.append(UInt8(ascii: "["))
        for value in values {
            write(&self, value)
            bytes.append(UInt8(ascii: ","))
        }
        close(with: UInt8(ascii: "]"))
    }

    private mutating func field(_ name: String, _ write: (inout JSONLine) -> Void) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        write(&self)
        bytes.append(UInt8(ascii: ","))
    }

    /// A field that is left out when there is nothing to say.
    private mutating func field<Value>(_ name: String, _ value: Value?, _ write: (inout JSONLine, Value) -> Void) {
        guard let value else { return }
        field(name) { write(&$0, value) }
    }

    /// The next item of a list that has one.
    private mutating func next(_ write: (inout JSONLine) -> Void) {
        bytes.append(UInt8(ascii: ","))
        write(&self)
    }

    private mutating func null() { bytes.append(contentsOf: "null".utf8) }

    /// Ends a list or an object in place of the last comma.
    private mutating func close(with end: UInt8) {
        if bytes.last == UInt8(ascii: ",") { bytes.removeLast() }
        bytes.append(end)
    }

    private mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

    private mutating func flag(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

    /// Escapes what the grammar of JSON asks for (RFC 8259, section 7): quote, backslash and C0 controls.
    private mutating func string(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { letters in
            let isPlain = letters.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
            if isPlain { bytes.append(contentsOf: letters) } else { escaped(letters) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escaped(_ letters: UnsafeBufferPointer<UInt8>) {
        for byte in letters {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(Self.hexadecimal[Int(byte >> 4)])
                bytes.append(Self.hexadecimal[Int(byte & 15)])
            default:
                bytes.append(byte)
            }
        }
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}

import HarkCore

/// Writes the JSON columns of the intake's path, several for every message, by hand.
///
/// The general encoder took a third of the writer's time. Readers use the general decoder, so a drift between the two
/// shows in every test that reads a conversation back.
struct JSONLine {
    private var bytes: [UInt8] = []

    /// The document.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A list of words.
    static func of(_ words: [String]) -> String {
        guard !words.isEmpty else { return "[]" }
        var line = JSONLine()
        line.list(words) { $0.string($1) }
        return line.text
    }

    /// Names with values, sorted so that rows compare.
    static func of(_ facts: [String: String]) -> String {
        guard !facts.isEmpty else { return "{}" }
        var line = JSONLine()
        line.object { line in
            for (name, value) in facts.sorted(by: { $0.key < $1.key }) { line.field(name) { $0.string(value) } }
        }
        return line.text
    }

    /// What the model made of a message.
    static func of(_ triage: Triage) -> String {
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
        return line.text
    }

    /// What the rules made of a message.
    static func of(_ routing: RoutingDecision) -> String {
        var line = JSONLine()
        line.object { line in
            line.field("matches") { $0.list(routing.matches) { $0.match($1) } }
            line.field("tags") { $0.list(routing.tags) { $0.string($1) } }
            if let team = routing.team { line.field("team") { $0.string(team) } }
            line.field("urgency_shift") { $0.number(routing.urgencyShift) }
        }
        return line.text
    }

    private mutating func evidence(_ evidence: Evidence) {
        object { line in
            line.field("aspect") { $0.string(evidence.aspect.rawValue) }
            if let group = evidence.group { line.field("group") { $0.string(group) } }
            if let rule = evidence.rule { line.field("rule") { $0.string(rule) } }
            line.field("source") { $0.string(evidence.source) }
            if let span = evidence.span {
                line.field("span") { line in
                    line.object { line in
                        line.field("length") { $0.number(span.length) }
                        line.field("start") { $0.number(span.start) }
                    }
                }
            }
            line.field("term") { $0.string(evidence.term) }
            line.field("weight") { $0.number(evidence.weight) }
        }
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

    private mutating func list<Value>(_ values: [Value], _ write: (inout JSONLine, Value) -> Void) {
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

    /// Ends a list or an object in place of the last comma.
    private mutating func close(with end: UInt8) {
        if bytes.last == UInt8(ascii: ",") { bytes.removeLast() }
        bytes.append(end)
    }

    private mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

    /// Escapes what the grammar of JSON asks for (RFC 8259, section 7): quote, backslash and C0 controls.
    private mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
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
        bytes.append(UInt8(ascii: "\""))
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}

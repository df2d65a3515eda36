/// Looks at a file's bytes before the YAML parser does: tabs, control characters, and the making of a YAML bomb.
///
/// The parser resolves aliases while it reads, so a bomb must be seen before it. Only a file with something that looks
/// like an anchor *and* something that looks like an alias, both where a value may begin, is turned away here.
struct YAMLGuard {
    let file: String
    let findings: Findings

    func passes(_ text: String) -> Bool {
        var anchor: Int?
        var alias: Int?
        var clean = true
        var line = 0
        for bytes in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            if let problem = problem(of: bytes) {
                findings.add(file, line, problem)
                clean = false
            }
            for mark in valueStarts(in: bytes) {
                if mark == UInt8(ascii: "*") { alias = alias ?? line } else { anchor = anchor ?? line }
            }
        }
        if clean, let anchor, alias != nil {
            findings.add(file, anchor, "anchors and aliases (&name, *name) are not allowed; write the value out")
            return false
        }
        return clean
    }

    private func problem(of line: Substring.UTF8View.SubSequence) -> String? {
        let indent = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        if indent.contains(UInt8(ascii: "\t")), indent.count < line.count {
            return "a tab in the indentation; YAML wants spaces"
        }
        let isControl = line.contains { $0 < 32 && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r") }
        return isControl ? "a control character; remove it" : nil
    }

    /// Every `&`, `*` or `!` that stands where a value may begin: after nothing or an indicator, before a name.
    private func valueStarts(in line: Substring.UTF8View.SubSequence) -> [UInt8] {
        var marks: [UInt8] = []
        var mayBegin = true
        var afterGap = true
        for byte in line {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                afterGap = true
                continue
            // Besides brackets and commas, the last bytes of the line breaks that only YAML knows: CR, NEL, LS, PS.
            case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), 0x0D, 0x85, 0xA8, 0xA9:
                mayBegin = true
                afterGap = true
                continue
            case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
                if mayBegin, afterGap { marks.append(byte) }
                mayBegin = false
            case UInt8(ascii: "#") where afterGap && marks.isEmpty && mayBegin:
                return marks
            default:
                mayBegin = [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?")].contains(byte)
            }
            afterGap = false
        }
        return marks
    }
}

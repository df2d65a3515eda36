import Foundation

/// `text/plain; charset=utf-8; name*0*=utf-8''a%20; name*1="b.txt"` (RFC 2045, 2231).
struct ParameterisedValue {
    /// Lower case: `text/plain`.
    let value: String
    private var parameters: [String: String] = [:]

    init(_ field: String) {
        let pieces = Self.pieces(of: field)
        value = pieces.first.map { Self.withoutComments($0).trimmed.lowercased() } ?? ""
        var parts: [(name: String, order: Int, isEncoded: Bool, text: String)] = []
        for piece in pieces.dropFirst() {
            guard let equals = piece.firstIndex(of: "=") else { continue }
            let name = Self.withoutComments(String(piece[..<equals])).trimmed.lowercased()
            let text = Self.unquoted(piece[piece.index(after: equals)...].trimmed)
            let words = name.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
            guard let base = words.first, !base.isEmpty else { continue }
            let order = words.dropFirst().compactMap { Int($0) }.first ?? (words.count > 1 ? 0 : -1)
            parts.append((base, order, words.count > 1 && words.last == "", text))
        }
        for name in Set(parts.map(\.name)) {
            let mine = parts.filter { $0.name == name }
            let extended = mine.filter { $0.order >= 0 }.sorted { $0.order < $1.order }
            parameters[name] =
                extended.isEmpty
                ? EncodedWords.decoded(mine[0].text) : Self.joined(extended.map { ($0.isEncoded, $0.text) })
        }
    }

    subscript(_ name: String) -> String? { parameters[name] }

    /// Continuations as one text; the first tells the character set, `utf-8'en'…`.
    private static func joined(_ parts: [(isEncoded: Bool, text: String)]) -> String {
        var charset = "utf-8"
        var bytes: [UInt8] = []
        for (number, part) in parts.enumerated() {
            guard part.isEncoded else {
                bytes += Array(part.text.utf8)
                continue
            }
            var text = Substring(part.text)
            if number == 0 {
                let marks = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
                if marks.count == 3 {
                    charset = String(marks[0])
                    text = marks[2]
                }
            }
            bytes += percentDecoded(text)
        }
        return Charset(charset).text(of: bytes)
    }

    private static func percentDecoded(_ text: Substring) -> [UInt8] {
        TransferEncoding.unescaped(
            Array(text.utf8.map { $0 == UInt8(ascii: "=") ? 0 : $0 == UInt8(ascii: "%") ? UInt8(ascii: "=") : $0 })[...]
        ).map { $0 == 0 ? UInt8(ascii: "=") : $0 }
    }

    /// The field cut at semicolons that stand outside quotes and comments.
    private static func pieces(of field: String) -> [String] {
        var pieces = [""]
        var isQuoted = false
        var isEscaped = false
        for character in field {
            switch character {
            case _ where isEscaped: isEscaped = false
            case "\\" where isQuoted: isEscaped = true
            case "\"": isQuoted.toggle()
            case ";" where !isQuoted:
                pieces.append("")
                continue
            default: break
            }
            pieces[pieces.count - 1].append(character)
        }
        return pieces
    }

    private static func unquoted(_ text: String) -> String {
        guard text.hasPrefix("\"") else { return withoutComments(text).trimmed }
        var result = ""
        var isEscaped = false
        for character in text.dropFirst() {
            if isEscaped {
                result.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                break
            } else {
                result.append(character)
            }
        }
        return result
    }

    private static func withoutComments(_ text: String) -> String {
        guard text.contains("(") else { return text }
        var depth = 0
        return String(
            text.filter { character in
                if character == "(" { depth += 1 }
                defer { if character == ")", depth > 0 { depth -= 1 } }
                return depth == 0
            }
        )
    }
}

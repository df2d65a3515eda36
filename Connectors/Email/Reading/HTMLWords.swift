import Foundation

/// The words of an HTML mail: what a reader would see, in lines. A reader, not a sanitiser.
struct HTMLWords {
    /// The text without tags and entities.
    let plain: String

    init(_ html: String) {
        var writer = Writer()
        // Scalars, not characters: a combining mark behind a tag must not hide the tag's end.
        var rest = html.unicodeScalars[...]
        while let next = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
            writer.write(rest[..<next])
            rest = rest[next...]
            if rest.first == "<" {
                Self.takeTag(&rest, writer: &writer)
            } else {
                writer.write(Self.takeEntity(&rest)[...])
            }
        }
        writer.write(rest)
        plain = writer.text
    }

    private typealias Scalars = Substring.UnicodeScalarView

    private static func takeTag(_ rest: inout Scalars, writer: inout Writer) {
        if rest.starts(with: "<!--".unicodeScalars) {
            skip(behind: "-->", in: &rest)
            return
        }
        guard let second = rest.dropFirst().first,
            second == "/" || second == "!" || second == "?" || second.properties.isAlphabetic
        else {
            writer.write(rest.prefix(1))
            rest = rest.dropFirst()
            return
        }
        guard let end = rest.firstIndex(of: ">") else {
            rest = Scalars()
            return
        }
        let tag = String(String.UnicodeScalarView(rest[..<end].dropFirst()))
        rest = rest[end...].dropFirst()
        let isClosing = tag.hasPrefix("/")
        let name = tag.dropFirst(isClosing ? 1 : 0).prefix { $0.isLetter || $0.isNumber }.lowercased()
        switch name {
        case "script", "style", "title", "head":
            if !isClosing, !tag.hasSuffix("/") { skip(behind: "</\(name)", in: &rest) }
        case "br": writer.breakLine()
        case "p", "blockquote", "pre", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "dl":
            writer.breakParagraph()
            if name == "pre" { writer.isPreformatted = !isClosing }
        case "div", "tr", "section", "article", "header", "footer", "dt", "dd", "address", "center": writer.openLine()
        case "li":
            writer.openLine()
            if !isClosing { writer.write("• ".unicodeScalars[...]) }
        case "td", "th": writer.write(" ".unicodeScalars[...])
        case "img": if let alt = attribute("alt", of: tag) { writer.write(HTMLWords(alt).plain.unicodeScalars[...]) }
        default: break
        }
    }

    private static func attribute(_ name: String, of tag: String) -> String? {
        guard let start = tag.range(of: " \(name)=\"", options: .caseInsensitive) else { return nil }
        return String(tag[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func skip(behind end: String, in rest: inout Scalars) {
        let wanted = Array(end.lowercased().unicodeScalars)
        while let start = rest.firstIndex(of: wanted[0]) {
            rest = rest[start...]
            if rest.prefix(wanted.count).elementsEqual(wanted, by: { $0.properties.lowercaseMapping == String($1) }) {
                rest = rest.dropFirst(wanted.count)
                if end.hasPrefix("</") { rest = rest.drop { $0 != ">" }.dropFirst() }
                return
            }
            rest = rest.dropFirst()
        }
        rest = Scalars()
    }

    private static func takeEntity(_ rest: inout Scalars) -> String.UnicodeScalarView {
        let body = rest.dropFirst().prefix(12)
        guard let end = body.firstIndex(of: ";"),
            let scalar = HTMLEntities.scalar(String(String.UnicodeScalarView(body[..<end])))
        else {
            rest = rest.dropFirst()
            return "&".unicodeScalars
        }
        rest = rest[end...].dropFirst()
        return String.UnicodeScalarView([scalar])
    }

    /// Writes words as a browser flows them: white space is one space, blocks are lines.
    private struct Writer {
        private var out = String.UnicodeScalarView()
        private var hasSpace = false
        private var newlines = 2
        var isPreformatted = false

        mutating func write(_ scalars: Scalars) {
            for scalar in scalars {
                if isPreformatted {
                    flushSpace()
                    out.append(scalar)
                    newlines = scalar == "\n" ? newlines + 1 : 0
                } else if scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == "\u{A0}" {
                    hasSpace = true
                } else if scalar != "\u{200C}" && scalar != "\u{FEFF}" && scalar != "\u{AD}" && scalar != "\u{34F}" {
                    flushSpace()
                    out.append(scalar)
                    newlines = 0
                }
            }
        }

        private mutating func flushSpace() {
            if hasSpace, newlines == 0 { out.append(" ") }
            hasSpace = false
        }

        mutating func breakLine() {
            hasSpace = false
            guard newlines < 2 else { return }
            out.append("\n")
            newlines += 1
        }

        mutating func openLine() { if newlines == 0 { breakLine() } }

        mutating func breakParagraph() { while newlines < 2 { breakLine() } }

        var text: String { String(out).trimmed }
    }
}

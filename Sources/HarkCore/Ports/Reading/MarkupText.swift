/// The plain text of HTML: paragraphs become blank lines, breaks become lines, everything else loses its tags.
///
/// It is a reader, not a sanitiser: what comes out is text and is made safe where it leaves.
public struct MarkupText: Sendable, Hashable {
    /// The text without tags and entities.
    public let plain: String

    /// Reads HTML.
    ///
    /// - Parameters:
    ///   - html: The text with its tags and entities.
    ///   - listMark: What stands before each entry of a list.
    public init(_ html: String, listMark: String = "• ") {
        // Scalars, not characters: a combining mark after a tag's end must not hide the end.
        var text = String.UnicodeScalarView()
        var rest = html.unicodeScalars[...]
        while let next = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
            text += rest[..<next]
            rest = rest[next...]
            let isAtLineStart = text.last.map { $0 == "\n" } ?? true
            text += rest.first == "<" ? Self.readTag(&rest, listMark, isAtLineStart) : Self.readEntity(&rest)
        }
        text += rest
        while let last = text.last, last.properties.isWhitespace { text.removeLast() }
        plain = String(text)
    }

    private typealias Scalars = Substring.UnicodeScalarView

    /// Takes a tag off and says what stands for it.
    private static func readTag(_ rest: inout Scalars, _ listMark: String, _ isAtLineStart: Bool)
        -> String.UnicodeScalarView
    {
        guard let end = rest.firstIndex(of: ">") else {
            defer { rest = Scalars() }
            return String.UnicodeScalarView(rest)
        }
        let tag = String(String.UnicodeScalarView(rest[..<end].dropFirst())).lowercased()
        let isClosing = tag.hasPrefix("/")
        let name = tag.dropFirst(isClosing ? 1 : 0).prefix { $0.isLetter || $0.isNumber }
        rest = rest[end...].dropFirst()
        switch (isClosing, name) {
        case (_, "br"), (true, "li"), (true, "div"), (true, "tr"): return "\n".unicodeScalars
        case (true, "p"), (true, "blockquote"), (true, "pre"), (true, "ul"), (true, "ol"),
            (true, "h1"), (true, "h2"), (true, "h3"), (true, "h4"), (true, "h5"), (true, "h6"):
            return "\n\n".unicodeScalars
        // Where paragraphs are begun and never ended, the beginning is the break.
        case (false, "p"): return (isAtLineStart ? "" : "\n\n").unicodeScalars
        case (false, "li"): return listMark.unicodeScalars
        case (false, "script"), (false, "style"):
            skip(to: "</" + name, in: &rest)
            return "".unicodeScalars
        default: return "".unicodeScalars
        }
    }

    private static func skip(to end: String, in rest: inout Scalars) {
        while let start = rest.firstIndex(of: "<") {
            rest = rest[start...]
            let opening = String(String.UnicodeScalarView(rest.prefix(end.unicodeScalars.count)))
            if opening.lowercased() == end { return }
            rest = rest.dropFirst()
        }
        rest = Scalars()
    }

    /// Takes an entity off and says what stands for it; an ampersand that begins none stands for itself.
    private static func readEntity(_ rest: inout Scalars) -> String.UnicodeScalarView {
        let body = rest.dropFirst().prefix(12)
        guard let end = body.firstIndex(of: ";"),
            let scalar = scalar(named: String(String.UnicodeScalarView(body[..<end])))
        else {
            rest = rest.dropFirst()
            return "&".unicodeScalars
        }
        rest = rest[end...].dropFirst()
        return String.UnicodeScalarView([scalar])
    }

    private static func scalar(named name: String) -> Unicode.Scalar? {
        guard name.first == "#" else { return named[name] }
        let digits = name.dropFirst()
        let isHex = digits.first.map { "xX".contains($0) } ?? false
        let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return code.flatMap(Unicode.Scalar.init)
    }

    private static let named: [String: Unicode.Scalar] = {
        var named: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—", "hellip": "…",
            "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "bdquo": "„", "sbquo": "‚", "lsaquo": "‹",
            "rsaquo": "›", "bull": "•", "euro": "€", "trade": "™", "minus": "−", "ensp": "\u{2002}", "emsp": "\u{2003}",
            "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "OElig": "Œ", "oelig": "œ", "Scaron": "Š",
            "scaron": "š", "Yuml": "Ÿ", "dagger": "†", "permil": "‰", "larr": "←", "rarr": "→",
        ]
        for (offset, name) in latin.split(separator: " ").enumerated() {
            named[String(name)] = Unicode.Scalar(UInt32(160 + offset))
        }
        return named
    }()

    /// The names of U+00A0 to U+00FF, in order.
    private static let latin = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
        sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc \
        Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve \
        Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute \
        acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde \
        ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
        """
}

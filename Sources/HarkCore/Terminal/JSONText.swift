extension TerminalText {
    /// A JSON document with every dangerous scalar written as `\uXXXX`, so that printing it is harmless and nothing is lost.
    ///
    /// Encoders escape only what JSON's grammar asks for; C1 controls, bidi overrides and the like come out raw. They can
    /// stand only inside strings, so escaping them anywhere keeps the document's meaning.
    public static func json(_ document: String) -> String {
        guard document.unicodeScalars.contains(where: isForbidden) else { return document }
        var result = String.UnicodeScalarView()
        for scalar in document.unicodeScalars {
            guard isForbidden(scalar) else {
                result.append(scalar)
                continue
            }
            for unit in UTF16.encode(scalar) ?? .init() {
                let digits = String(unit, radix: 16)
                let padded = String(repeating: "0", count: 4 - digits.utf8.count) + digits
                result.append(contentsOf: ("\\u" + padded).unicodeScalars)
            }
        }
        return String(result)
    }
}

import HarkCore

extension Item {
    /// A short name without white space or quotes, so that queries and commands can say it.
    func name(_ key: String) -> String? {
        guard let text = text(key) else { return nil }
        let isName =
            text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || "._-".unicodeScalars.contains($0)
            }
        guard isName, !text.isEmpty, text.utf8.count <= 64 else {
            wrong("“\(key)”: “\(text.shortened)” is no name; use letters, digits, “.”, “_” and “-” only (at most 64)")
            return nil
        }
        return text
    }

    /// One line of text without control characters.
    func sentence(_ key: String) -> String? {
        guard let text = text(key) else { return nil }
        guard !text.isEmpty, text.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else {
            wrong("“\(key)” must be one line of text")
            return nil
        }
        return text
    }

    /// A mail address: plain `name@host`, as a header and an envelope can carry it.
    func address(_ key: String) -> String? {
        guard let text = text(key) else { return nil }
        guard Self.isAddress(text) else {
            wrong("“\(key)”: “\(text.shortened)” is no mail address")
            return nil
        }
        return text
    }

    static func isAddress(_ text: String) -> Bool {
        MailAddress.isSound(text)
    }

    /// One word of a list of choices.
    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let text = text(key) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let all = Choice.allCases.map(\.rawValue)
        wrong("“\(key)”: “\(text.shortened)” is not known" + Suggestion.text(for: text, among: all))
        return nil
    }

    /// A whole number of a range.
    func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(key) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            wrong("“\(key)”: “\(text.shortened)” is no whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    /// The origin of a web address: `https://host` or `https://host:port`, without a path.
    func origin(_ key: String) -> String? {
        guard var text = text(key) else { return nil }
        if text.hasSuffix("/") { text.removeLast() }
        let rest = ["https://", "http://"].first(where: text.hasPrefix).map { text.dropFirst($0.count) }
        let allowed = rest?.unicodeScalars.allSatisfy {
            $0.value > 32 && $0.value < 127 && !"/?#@\\\"<>".unicodeScalars.contains($0)
        }
        guard let rest, !rest.isEmpty, allowed == true else {
            wrong(
                "“\(key)”: “\(text.shortened)” is no address; write https://host or https://host:port, nothing after it"
            )
            return nil
        }
        return text
    }
}

/// Slack's way of writing text: `&`, `<` and `>` as entities, everything special between angle brackets
/// (Slack, “Formatting text for app surfaces”).
enum SlackText {
    /// As people see it: `<@U1|ana>` is `@ana`, `<https://acme.example|our site>` is `our site (https://acme.example)`.
    static func plain(_ text: String) -> String {
        guard text.contains("<") || text.contains("&") else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            result += rest[..<open]
            rest = rest[rest.index(after: open)...]
            guard let close = rest.firstIndex(of: ">") else {
                result += "<"
                break
            }
            result += special(rest[..<close])
            rest = rest[rest.index(after: close)...]
        }
        return unescaped(result + rest)
    }

    /// What we send: nothing in it names anybody or makes a link by accident.
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private static func special(_ inner: Substring) -> String {
        let halves = inner.split(separator: "|", maxSplits: 1)
        let (link, label) = (halves.first ?? "", halves.count == 2 ? String(halves[1]) : nil)
        switch link.first {
        case "@": return "@" + (label ?? String(link.dropFirst()))
        case "#": return "#" + (label ?? String(link.dropFirst()))
        case "!": return "@" + (label ?? String(link.dropFirst().split(separator: "^").first ?? ""))
        default: return label.map { $0 == link ? $0 : "\($0) (\(link))" } ?? String(link)
        }
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}

/// What people call themselves who mean harm.
enum Hostile {
    static let texts = [
        "x\r\nBcc: victim@example.org\r\n\r\n<script>alert(1)</script>",
        "x\u{2028}Bcc: a@b\u{2029}y\u{85}z\u{B}\u{C}",
        "\u{0}\u{1B}[31m\u{7}\u{9B}31m\u{7F}",
        "\u{202E}evil\u{2066}\u{2069}\u{200E}\u{061C}\u{FEFF}\u{E0041}",
        "=?utf-8?Q?=0D=0ABcc:_a@b?= =?utf-8?B?AAAA?=",
        "--=_hark_alternative--\r\n.\r\n..\r\nFrom x\n=_",
        "<img src=\"https://evil.example/x.png\" onerror='x'>&lt;\"'</td></table>",
        "👩‍👩‍👧‍👦🏴‍☠️ 日本語のとても長い名前がここに続きます、そしてさらに続いて終わりません、ほんとうに",
        String(repeating: "a", count: 10_000),
        "e" + String(repeating: "\u{301}", count: 5000),
        String(repeating: "ä ", count: 5000),
        " \t ",
        "",
        "a = b; c: d, \"e\" <f@g> (h) \\",
        "name, other <a@b.example>, ",
        String(decoding: [0xEF, 0xBF, 0xBF, 0xEF, 0xB7, 0x90], as: UTF8.self),
    ]

    /// Characters that must be nowhere.
    static func traces(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar != "\n" && scalar != "\r"
            case .lineSeparator, .paragraphSeparator: true
            case .format: scalar != "\u{200D}" && scalar != "\u{200C}"
            default: false
            }
        }
    }

    /// The names of the tags in HTML.
    static func tags(in html: String) -> Set<String> {
        Set(
            html.split(separator: "<").dropFirst().map { tag in
                String(tag.drop { $0 == "/" || $0 == "!" }.prefix { $0.isLetter || $0.isNumber }).lowercased()
            }
        )
    }
}

/// Lets words that begin with a dash through the argument parser: `hark tag 42 -spam`, `hark inbox -from:@us`.
///
/// The parser would take them for options. In the commands whose words may begin so, such a dash travels as a minus sign
/// (U+2212) and is turned back on arrival. `-q`, `-h` and everything after `--` stay as they are.
enum Dashes {
    private static let commands: Set<String> = [
        "tag", "inbox", "close", "reopen", "pending", "mute", "block", "merge", "snooze", "assign", "macro", "next",
        "screen", "watch", "views",
    ]
    private static let minus: Character = "\u{2212}"

    /// The arguments, fit for the parser.
    static func shielded(_ arguments: [String]) -> [String] {
        guard let name = arguments.firstIndex(where: { !$0.hasPrefix("-") }), commands.contains(arguments[name]) else {
            return arguments
        }
        let end = arguments[name...].firstIndex(of: "--") ?? arguments.endIndex
        let words = arguments[name..<end].map { isWord($0) ? String(minus) + $0.dropFirst() : $0 }
        return arguments[..<name] + words + arguments[end...]
    }

    /// The word as the person wrote it.
    static func restored(_ word: String) -> String {
        word.first == minus ? "-" + word.dropFirst() : word
    }

    private static func isWord(_ argument: String) -> Bool {
        // `-oids` is an option with its value, `-` alone is standard input.
        let options = ["-q", "-h", "-o", "-y"]
        let isOutput = OutputFormat.allCases.contains { argument == "-o" + $0.rawValue }
        return argument.hasPrefix("-") && !argument.hasPrefix("--") && argument.count > 1
            && !options.contains(argument) && !isOutput
    }
}

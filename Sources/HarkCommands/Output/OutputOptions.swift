import ArgumentParser

/// How the answer is written.
struct OutputOptions: ParsableArguments {
    /// The version of the JSON documents that this program writes.
    static let currentFormat = 1

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("The format: text, json, jsonl, csv or ids.", valueName: "format")
    )
    var output: OutputFormat?

    @Flag(help: "The same as --output json: one JSON document.")
    var json = false

    @Flag(name: .shortAndLong, help: "The same as --output ids: only ids.")
    var quiet = false

    @Option(
        help: ArgumentHelp(
            "Only these fields, as JSON names them, separated by commas: id,author,due_at.",
            valueName: "names"
        )
    )
    var fields: String?

    @Option(help: ArgumentHelp("For programs: insist on this version of the format.", valueName: "number"))
    var formatVersion: Int?

    @Flag(help: "No colour.")
    var noColor = false

    @Flag(help: "Write as into a pipe: tabs between columns, whole texts, RFC 3339 times, no colour.")
    var plain = false

    func validate() throws {
        if json && quiet { throw ValidationError("--json and --quiet exclude each other") }
        if output != nil && (json || quiet) { throw ValidationError("--output excludes --json and --quiet") }
        if fieldNames?.isEmpty == true { throw ValidationError("--fields names none; write --fields id,author") }
        if fields != nil && format == .ids { throw ValidationError("--fields goes with text, json, jsonl and csv") }
    }

    /// The format that was asked for in one way or another.
    var format: OutputFormat { json ? .json : quiet ? .ids : output ?? .text }

    /// The names of ``fields``.
    var fieldNames: [String]? {
        fields?.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }.filter { !$0.isEmpty }
    }

    /// Refuses a format that this program does not write.
    func checkFormat() throws(FormatRefusal) {
        guard let formatVersion, formatVersion != Self.currentFormat else { return }
        throw FormatRefusal(asked: formatVersion)
    }
}

/// A format version was asked for that this program does not write.
struct FormatRefusal: Error {
    var asked: Int

    var status: ExitStatus { asked < OutputOptions.currentFormat ? .formatTooOld : .formatTooNew }

    var message: String {
        let side = asked < OutputOptions.currentFormat ? "too old" : "too new"
        return "format version \(asked) is \(side); this program writes version \(OutputOptions.currentFormat)"
    }
}

import ArgumentParser

/// How the answer is written.
struct OutputOptions: ParsableArguments {
    /// The version of the JSON documents that this program writes.
    static let currentFormat = 1

    @Flag(help: "Write one JSON document.")
    var json = false

    @Option(help: ArgumentHelp("With --json: insist on this version of the format.", valueName: "number"))
    var formatVersion: Int?

    @Flag(name: .shortAndLong, help: "Write only ids where a list is written, nothing where a change is confirmed.")
    var quiet = false

    @Flag(help: "Write as into a pipe: tabs between columns, whole texts, RFC 3339 times, no colour.")
    var plain = false

    func validate() throws {
        if formatVersion != nil && !json { throw ValidationError("--format-version needs --json") }
        if json && quiet { throw ValidationError("--json and --quiet exclude each other") }
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

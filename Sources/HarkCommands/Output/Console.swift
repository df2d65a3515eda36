import Foundation
import HarkCore

/// The command's voice: data to standard output, words to standard error.
struct Console: Sendable {
    let style: Style
    let format: OutputFormat
    /// The fields to write of each element; nil for all.
    let fields: [String]?
    private let write: @Sendable (Surroundings.Stream, String) -> Void
    private let showPage: @Sendable (String) -> Void

    init(_ options: OutputOptions, in surroundings: Surroundings) throws {
        try options.checkFormat()
        style = Style(
            surroundings.screen,
            plain: options.plain,
            noColour: options.noColor,
            environment: surroundings.environment,
            zone: surroundings.zone
        )
        format = options.format
        fields = options.fieldNames
        write = surroundings.write
        showPage = surroundings.page
    }

    /// Whether only ids are wanted.
    var isQuiet: Bool { format == .ids }

    /// Whether a program reads whole values.
    var isJSON: Bool {
        switch format {
        case .json, .jsonl, .csv: true
        case .text: fields != nil
        case .ids: false
        }
    }

    /// Writes rendered text. The renderers have made it safe.
    func data(_ text: String) { if !text.isEmpty { write(.data, text) } }

    /// Writes a page: through the person's pager on a terminal.
    func page(_ text: String) {
        if style.isTerminal, !text.isEmpty { showPage(text) } else { data(text) }
    }

    /// Tells a person something, unless they asked for quiet.
    func say(_ sentence: String) {
        if !isQuiet && !isJSON { write(.messages, TerminalText.block(sentence) + "\n") }
    }

    /// Tells what a list lacks, always: a program that reads the rest for all would be wrong.
    func warn(_ sentence: String) { write(.messages, TerminalText.block(sentence) + "\n") }

    /// Tells a person what failed, always.
    func complain(_ failure: Failure, about subject: String? = nil) {
        write(.messages, FailureText.render(failure, about: subject))
    }
}

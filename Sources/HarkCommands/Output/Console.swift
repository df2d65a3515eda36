import Foundation
import HarkCore

/// The command's voice: data to standard output, words to standard error.
struct Console: Sendable {
    let style: Style
    let isQuiet: Bool
    let isJSON: Bool
    private let write: @Sendable (Surroundings.Stream, String) -> Void

    init(_ options: OutputOptions, in surroundings: Surroundings) throws {
        try options.checkFormat()
        style = Style(
            surroundings.screen,
            plain: options.plain,
            environment: surroundings.environment,
            zone: surroundings.zone
        )
        isQuiet = options.quiet
        isJSON = options.json
        write = surroundings.write
    }

    /// Writes rendered text. The renderers have made it safe.
    func data(_ text: String) { if !text.isEmpty { write(.data, text) } }

    /// Writes a value as one JSON document.
    func json(_ value: some Encodable) throws { write(.data, try JSONOutput.render(value)) }

    /// Tells a person something, unless they asked for quiet.
    func say(_ sentence: String) {
        if !isQuiet && !isJSON { write(.messages, TerminalText.block(sentence) + "\n") }
    }

    /// Tells a person what failed, always.
    func complain(_ failure: Failure, about subject: String? = nil) {
        write(.messages, FailureText.render(failure, about: subject))
    }
}

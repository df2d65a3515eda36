import ArgumentParser
import HarkCore

/// What a reply brings beside its text; each network's README says what it allows.
struct ReplyExtraOptions: ParsableArguments {
    @Option(help: ArgumentHelp("An answer to choose by tapping; may be given several times.", valueName: "words"))
    var choice: [String] = []

    @Option(help: ArgumentHelp("A picture or file to send along, by its https address.", valueName: "url"))
    var media: [String] = []

    @Option(help: ArgumentHelp("Send an approved template in place of the text.", valueName: "name/language"))
    var template: String?

    @Option(help: ArgumentHelp("What fills the template's next gap; may be given several times.", valueName: "words"))
    var value: [String] = []

    @Flag(help: "Answer a public comment in private.")
    var privately = false

    @Flag(help: "Say that a person writes, where the network then waits longer.")
    var humanAgent = false

    /// The options as a value; nil when none is given.
    var extras: ReplyExtras? {
        get throws {
            let extras = ReplyExtras(
                choices: choice,
                media: media,
                template: try parsedTemplate,
                isPrivateReply: privately,
                isHumanAgent: humanAgent
            )
            return extras == ReplyExtras() ? nil : extras
        }
    }

    private var parsedTemplate: ReplyExtras.Template? {
        get throws {
            guard let template else {
                guard value.isEmpty else { throw ValidationError("--value fills a gap of --template") }
                return nil
            }
            let halves = template.split(separator: "/", maxSplits: 1).map(String.init)
            guard halves.count == 2 else {
                throw ValidationError("--template is written name/language: order_sent/en_US")
            }
            return ReplyExtras.Template(name: halves[0], language: halves[1], values: value)
        }
    }
}

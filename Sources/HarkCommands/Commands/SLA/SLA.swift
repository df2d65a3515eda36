import ArgumentParser
import HarkCore

struct SLA: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sla",
        abstract: "Reckon with working hours and promises.",
        subcommands: [Why.self, Trial.self, Due.self, Cases.self]
    )
}

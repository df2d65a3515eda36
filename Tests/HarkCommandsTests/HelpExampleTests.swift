import ArgumentParser
import Foundation
import HarkClient
import HarkCore
import Testing

@testable import HarkCommands

@Suite("Every command's help has an example, and the example runs")
struct HelpExampleTests {
    /// Commands that do not end, ask a network, or learn from files in the working folder: the flows run their examples.
    static let unrun: Set<String> = [
        "serve", "channels connect", "keywords calibrate", "keywords learn", "keywords rebuild",
    ]

    /// Commands that only a terminal can show.
    static let onTerminal: Set<String> = ["screen"]

    /// The files that examples name.
    static let files = [
        "update.json": """
        {"update_id": 1, "message": {"message_id": 7, "date": 1700000000, "text": "Hello?",
        "chat": {"id": 5, "type": "private"}, "from": {"id": 5, "is_bot": false, "first_name": "Ada"}}}
        """,
        "cases.json": """
        {"calendars": {"c": {"timezone": "UTC", "hours": {"mon": [["09:00", "17:00"]]}}}, "cases": [
        {"id": "one", "kind": "is_open", "source": "us", "calendar": "c", "at": "2026-11-23T10:00:00Z", "open": true}]}
        """,
        "Config/teams.yaml": """
        default_team: care
        teams:
          - {name: care, time_zone: Europe/Berlin, hours: {mon-fri: "08:00-18:00"}}
        """,
    ]

    /// Every command without subcommands, with the words that lead to it.
    static let commands: [(name: String, type: any ParsableCommand.Type)] = leaves(of: HarkCommand.self, [])

    private static func leaves(
        of type: any ParsableCommand.Type,
        _ path: [String]
    ) -> [(name: String, type: any ParsableCommand.Type)] {
        let configuration = type.configuration
        let children = configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
        guard !children.isEmpty else { return [(path.joined(separator: " "), type)] }
        return children.flatMap { leaves(of: $0, path + [$0._commandName]) }
    }

    @Test func thereAreManyCommands() { #expect(Self.commands.count > 35, "\(Self.commands.map(\.name))") }

    @Test(arguments: commands.map(\.name)) func theHelpHasAnExampleThatRuns(_ name: String) async throws {
        let help = await hark(words: name.split(separator: " ").map(String.init) + ["--help"])
        #expect(help.status == 0)
        let lines = help.data.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let place = try #require(lines.firstIndex(of: "Example:"), "`hark \(name) --help` has no example")
        let examples = lines[lines.index(after: place)...].drop { !$0.hasPrefix("hark ") }
        // The help is wrapped: an example goes on until the next one or the usage.
        let wrapped = examples.dropFirst().prefix { !$0.hasPrefix("hark ") && !$0.hasPrefix("USAGE") }
        let example = try #require(examples.first.map { ([$0] + wrapped).joined(separator: " ") })
        let words = Self.words(example)
        let isOwn = Array(words.dropFirst()).starts(with: name.split(separator: " ").map(String.init))
        #expect(isOwn, "\(example)")
        guard !Self.unrun.contains(name) else { return }
        let disk = Disk()
        let box = DraftBox(server: ConnectionOptions.defaultServer, Self.surroundings(disk))
        try box.save(StoredDraft(conversation: 42, text: "hello", details: .init()))
        let events = ScriptedEvents([
            [
                .opened,
                .event(
                    EventView(
                        Event(
                            id: .init(rawValue: 1),
                            at: Sample.now,
                            kind: .noteAdded,
                            conversation: .init(42),
                            actor: .hark
                        )
                    )
                ),
            ]
        ])
        let ran = await hark(
            words: Array(words.dropFirst()),
            desk: ScriptedDesk(checks: [DoctorCheck(name: "store", ok: true, detail: "the database is sound")]),
            terminal: Self.onTerminal.contains(name),
            files: Self.files,
            disk: disk,
            events: events,
            local: name == "config check" ? .live : .scripted
        )
        #expect(ran.status == 0, "\(example): \(ran.messages)")
    }

    /// A shell's words: quotes keep them together.
    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Character?
        for character in line {
            switch (character, quote) {
            case ("'", nil), ("\"", nil): quote = character
            case (_, .some(let open)) where character == open: quote = nil
            case (" ", nil):
                if !word.isEmpty { words.append(word) }
                word = ""
            default: word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    private static func surroundings(_ disk: Disk) -> Surroundings {
        var surroundings = Surroundings.live
        surroundings.environment = [:]
        surroundings.files = disk.files
        return surroundings
    }
}

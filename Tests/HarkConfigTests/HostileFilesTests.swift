import Foundation
import HarkConfig
import HarkCore
import Testing

@Suite("Broken and hostile files") struct HostileFilesTests {
    @Test func everyMistakeOfEveryFileIsReportedAtOnce() throws {
        let found = try problems([
            "hark.yaml": "listen: nowhere",
            "channels.yaml": "chanels:",
            "teams.yaml": "\tteams:",
            "rules.yaml": "rules:\n  - {name: a, when: x, team: unknown-while-teams-are-broken}",
            "sla.yaml": nil,
        ])
        let expected = [
            "hark.yaml:1: “listen”", "channels.yaml:1: unknown key “chanels”", "teams.yaml:1: a tab",
            "sla.yaml:1: the file does",
        ]
        try #require(found.count == expected.count, "\(found)")
        for (problem, beginning) in zip(found, expected) { #expect(problem.hasPrefix(beginning)) }
    }

    @Test(arguments: [
        ("", "rules.yaml:1: the file is empty"),
        ("# only a comment\n", "rules.yaml:1: the file is empty"),
        ("- a\n- b", "rules.yaml:1: “rules.yaml” must be keys with values (rules), here is a list"),
        ("rules:\n  - name: a\n\twhen: b", "rules.yaml:3: a tab in the indentation"),
        ("rules:\n  - name: \"a", "rules.yaml:2: not YAML"),
        ("rules:\nrules:\n", "rules.yaml:1: the key “rules” stands twice"),
        ("rules: []\n---\nrules: []", "not YAML"),
        ("a: &x [1]\nb: [*x, *x]", "rules.yaml:1: anchors and aliases"),
        ("rules: &x\n  - {name: a, when: b, team: care}", "anchors and aliases"),
        ("rules:\n  - name: \"a\u{0}b\"", "rules.yaml:2: a control character"),
        ("rules: \u{0}", "rules.yaml:1: a control character"),
        ("rules:\n  - ? {a: b}\n    : c", "rules.yaml:2:"),
    ])
    func aBrokenFileIsNamedWithItsLine(_ text: String, _ expected: String) throws {
        let found = try problems(["rules.yaml": text])
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test func aBombIsRefusedBeforeItIsBuilt() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
                + "]\n"
        }
        text += "? *a12\n: 1\n"
        #expect(
            try problems(["rules.yaml": text]) == [
                "rules.yaml:1: anchors and aliases (&name, *name) are not allowed; write the value out"
            ]
        )
    }

    @Test(arguments: ["[", "{a: ", "- "])
    func deepNestingIsRefused(_ opening: String) throws {
        #expect(try !problems(["rules.yaml": String(repeating: opening, count: 100_000)]).isEmpty)
    }

    @Test func aFileBeyondTheCapIsNotRead() throws {
        let text = "rules: []\n#" + String(repeating: "x", count: 1_048_576)
        #expect(try problems(["rules.yaml": text]) == ["rules.yaml:1: the file is larger than 1024 kB"])
    }

    @Test func textThatIsNotUTF8IsNamedWithItsLine() throws {
        let folder = try Folder()
        defer { folder.remove() }
        try folder.write(Data("rules:\n  # gr".utf8) + [0xFC] + Data("n\n".utf8), to: "rules.yaml")
        #expect(
            problems { try folder.load() } == ["rules.yaml:2: the file is not UTF-8 from here on; save it as UTF-8"]
        )
    }

    @Test func aMissingFolderIsNoCrash() {
        let loader = ConfigurationLoader(path: "/nowhere/at/all", environment: [:], knownNetworks: [])
        #expect(problems { try loader.load(now: Folder.now) }.count == 5)
    }

    @Test func ampersandsAndStarsInsideTextAreFine() throws {
        let text = "rules:\n  - {name: \"R&D *now*\", when: 'from:* AT&T', tags: [a]} # *see* &below\n"
        #expect(try configuration(["rules.yaml": text]).routing.rules.first?.name == "R&D *now*")
    }
}

import HarkCore
import Testing

@Suite("The fingerprint") struct FingerprintTests {
    static let rules = "rules:\n  - {name: a, when: x, team: care}\n"

    @Test func commentsAndSecretsDoNotChangeIt() throws {
        let mail = "mail: {host: h, from: a@b.example, username: u, password: env:P}\n"
        let one = try configuration(["hark.yaml": mail, "rules.yaml": Self.rules], ["P": "one"])
        let two = try configuration(["hark.yaml": mail + "# note\n", "rules.yaml": Self.rules + "\n"], ["P": "two"])
        #expect(one.fingerprint == two.fingerprint)
        #expect(one.fingerprint.utf8.count == 16)
    }

    @Test(arguments: [
        "rules:\n  - {name: b, when: x, team: care}\n", "rules:\n  - {name: a, when: y, team: care}\n",
        "rules:\n\n  - {name: a, when: x, team: care}\n", "rules: []\n",
    ])
    func anyValueAndEveryCitedLineChangesIt(_ changed: String) throws {
        let one = try configuration(["rules.yaml": Self.rules])
        #expect(try configuration(["rules.yaml": changed]).fingerprint != one.fingerprint)
    }
}

import HarkCore
import Testing

@testable import HarkCommands

@Suite("Commands ask the desk for the right thing")
struct CommandTests {
    static let requests: [([String], String)] = [
        (["inbox"], "inbox “” 50 -"),
        (["inbox", "channel:acme", "-from:@us", "urgency>=high"], "inbox “channel:acme -from:@us urgency>=high” 50 -"),
        (["inbox", "--limit", "5", "--cursor", "abc"], "inbox “” 5 abc"),
        (["show", "#42"], "show 42"),
        (["why", "42"], "why 42"),
        (["reply", "42", "Thank", "you"], "reply 42 “Thank you” pending -"),
        (["reply", "42", "Done.", "--close"], "reply 42 “Done.” closed -"),
        (["reply", "42", "-", "--keep-open", "--idempotency-key", "k1"], "reply 42 “from a pipe” open k1"),
        (["reply", "42", "--", "--close"], "reply 42 “--close” pending -"),
        (["note", "42", "ask", "Lea"], "note 42 “ask Lea”"),
        (["assign", "42", "@ana"], "change 42 @ana"),
        (["assign", "42", "@none"], "change 42 @"),
        (["assign", "42", "support"], "change 42 support"),
        (["tag", "42", "+vip", "-spam"], #"change 42 +["vip"] -["spam"]"#),
        (["tag", "-q", "42", "-x"], #"change 42 -["x"]"#),
        (["tag", "42", "--", "-q"], #"change 42 -["q"]"#),
        (["close", "42"], "change 42 closed"),
        (["reopen", "42"], "change 42 open"),
        (["pending", "42"], "change 42 pending"),
        (["snooze", "42", "2h"], "change 42 snoozed 2026-11-22T11:30:00.000Z"),
        (["snooze", "42", "tomorrow", "14:00"], "change 42 snoozed 2026-11-23T14:00:00.000Z"),
        (["assign", "--explain", "42"], "explain 42"),
        (["claim"], "claim next"),
        (["claim", "42"], "claim 42"),
        (["release", "42"], "release 42"),
        (["availability"], "availability"),
        (["availability", "away-and-reassign", "--agent", "@ana"], "availability away_and_reassign ana"),
        (["sla", "why", "42"], "sla 42"),
        (["sla", "what-if", "--holiday", "2026-12-24"], #"what-if ["2026-12-24"] [] -"#),
        (["radar", "--within", "90m"], "radar 5400"),
        (["channels", "check", "shop"], "check [shop]"),
        (["deliveries", "--undecoded"], "deliveries true 50"),
        (["deliveries", "retry", "1", "2"], "retry [1, 2]"),
        (["token", "create", "ana", "--role", "lead"], "create ana lead"),
        (["token", "revoke", "2"], "revoke 2"),
    ]

    @Test(arguments: requests) func aCommandLine(_ arguments: [String], asksFor call: String) async {
        let ran = await hark(words: arguments, input: "from a pipe\n")
        #expect(ran.calls.last == call, "\(ran.messages)")
    }

    @Test func aReplyWithoutTextIsWrittenInTheEditor() async {
        let ran = await hark("reply", "42", terminal: true) { draft in
            #expect(draft.contains("NOTHING works"))
            return "Sorry, Ana.\n" + draft
        }
        #expect(ran.calls.last == "reply 42 “Sorry, Ana.” pending -")
        #expect(ran.status == 0)
    }

    @Test func anEmptyDraftCancels() async {
        let ran = await hark("reply", "42", terminal: true)
        #expect(ran.status == 2)
        #expect(ran.calls.last == "show 42")
    }

    @Test func theFirstTokenNeedsNoServer() async {
        let ran = await hark(
            "token",
            "create",
            "ana",
            "--role",
            "admin",
            "--config",
            "Config/hark.yaml",
            environment: [:]
        )
        #expect(ran.data == "from-Config/hark.yaml\n")
        #expect(ran.status == 0)
        #expect(ran.calls.isEmpty)
    }

    @Test func aBrokenConfigurationNamesFileAndLine() async {
        let ran = await hark("config", "check", environment: [:])
        #expect(ran.status == 1)
        #expect(ran.messages == "hark: Config/hark.yaml is broken\n  rules.yaml:12: unknown key “tema”\n")
    }
}

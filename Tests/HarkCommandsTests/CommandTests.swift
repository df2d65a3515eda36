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
        (["reply", "42", "Thank", "you"], "reply 42 “Thank you” pending"),
        (["reply", "42", "Done.", "--close"], "reply 42 “Done.” closed"),
        (["reply", "42", "-", "--keep-open", "--idempotency-key", "k1"], "reply 42 “from a pipe” open key k1"),
        (["reply", "42", "--", "--close"], "reply 42 “--close” pending"),
        (["edit", "42", "Thank", "you"], "edit 42 3 “Thank you”"),
        (["edit", "42", "Yes", "--message", "3", "--idempotency-key", "k1"], "edit 42 3 “Yes” key k1"),
        (["note", "42", "ask", "Lea"], "note 42 “ask Lea”"),
        (["assign", "42", "@ana"], "act [42] assign @ana"),
        (["assign", "42", "@none"], "act [42] assign @none"),
        (["assign", "42", "support"], "act [42] assign support"),
        (["tag", "42", "+vip", "-spam"], "act [42] tag +vip -spam"),
        (["tag", "-q", "42", "-x"], "act [42] tag -x"),
        (["tag", "42", "--", "-q"], "act [42] tag -q"),
        (["tag", "+vip", "-"], "act [7, 9] tag +vip"),
        (["tag", "-", "+vip"], "act [7, 9] tag +vip"),
        (["tag", "tag:spam", "+vip", "-y"], "act [42, 7, 108, 9] tag +vip"),
        (["close", "tag:spam", "age>7d", "--yes"], "act [42, 7, 108, 9] close"),
        (["close", "-tag:vip", "--yes"], "act [42, 7, 108, 9] close"),
        (["close", "-"], "act [7, 9] close"),
        (["assign", "tag:vip", "-is:mine", "@ana", "-y"], "act [42, 7, 108, 9] assign @ana"),
        (["snooze", "is:open", "2h", "--yes"], "act [42, 7, 108, 9] snooze until 2026-11-22T11:30:00.000Z"),
        (["mute", "42"], "act [42] mute"),
        (["report", "--since", "7d", "--by", "team"], "report 604800 team -"),
        (["report", "--explain", "first-response"], "report 2592000 channel first-response"),
        (
            ["mark", "42", "urgency=high", "topic=app", "topic=login"],
            "act [42] mark urgency=high topic=app topic=login"
        ),
        (["mark", "sentiment=neutral", "-"], "act [7, 9] mark sentiment=neutral"),
        (["block", "42", "--off"], "act [42] unblock"),
        (["merge", "43", "44", "--into", "42"], "act [43, 44] merge into 42"),
        (["undo"], "undo -"),
        (["undo", "17"], "undo 17"),
        (["history", "--before", "9", "--limit", "5"], "history 9 5"),
        (["next", "team:support", "-tag:vip"], "show 42"),
        (["views", "save", "late", "is:breached", "-is:mine", "--shared"], "save late “is:breached -is:mine” true"),
        (["views", "remove", "late"], "remove late"),
        (["inbox", "--view", "press", "urgency>=high"], "inbox “(tag:press) (urgency>=high) sort:-created” 50 -"),
        (["canned", "show", "received", "42"], "canned received for 42"),
        (["macro", "outage", "42", "43"], "preview outage [42, 43]"),
        (["macro", "outage", "42", "-y"], "macro outage [42]"),
        (["reply", "42", "--canned", "received"], "reply 42 “Hello Ana,\nwe have it.” pending"),
        (["contact", "42"], "contact 42"),
        (["close", "42"], "act [42] close"),
        (["reopen", "42"], "act [42] reopen"),
        (["pending", "42"], "act [42] pending"),
        (["snooze", "42", "2h"], "act [42] snooze until 2026-11-22T11:30:00.000Z"),
        (["snooze", "42", "tomorrow", "14:00"], "act [42] snooze until 2026-11-23T14:00:00.000Z"),
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
        let ran = await hark(words: arguments, input: arguments.first == "reply" ? "from a pipe\n" : "7\tx\n#9\n7\n")
        #expect(ran.calls.last == call, "\(ran.messages)")
    }

    @Test func aReplyWithoutTextIsWrittenInTheEditor() async {
        let ran = await hark("reply", "42", terminal: true) { draft in
            #expect(draft.contains("NOTHING works"))
            return "Sorry, Ana.\n" + draft
        }
        #expect(ran.calls.last == "reply 42 “Sorry, Ana.” pending seen 0")
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

    @Test func aLineThatCannotBeReadIsExplainedByTheWholeName() async {
        let wrong = await hark("inbox", "--limit", "0")
        #expect(wrong.status == 64 && wrong.messages.contains("hark inbox"), "\(wrong.messages)")
        #expect(await hark("tag", "--help").data.contains("USAGE: hark tag"))
        #expect(await hark("frobnicate").status == 64)
        #expect(await hark("--version").data == HarkCore.version + "\n")
        #expect(await hark("inbox", "--version").data == HarkCore.version + "\n")
    }
}

import ArgumentParser
import HarkCore
import Testing

@testable import HarkCommands

/// An operator sees what Hark makes of a body, without a server.
struct ConnectorCommandTests {
    static let body = #"""
        {"events":[{"type":"message","timestamp":1700000000000,"source":{"userId":"U9"},
        "message":{"id":"7","type":"text","text":"red \u001b[31malert"}},{"type":"follow"}]}
        """#

    @Test func aBodyIsShownAsRecords() async {
        let ran = await hark("connectors", "decode", "--network", "line", "a.json", files: ["a.json": Self.body])
        #expect(ran.status == 0, "\(ran.messages)")
        #expect(ran.data.contains("message\t7\tdirect\tprivate\tU9\tp:U9\t2023-11-14T22:13:20.000Z\tred"))
        #expect(ran.data.contains("skipped\tfollow"))
        #expect(!ran.data.contains("\u{1B}"), "a stranger's text reached the terminal raw")
    }

    @Test func aBodyThatCannotBeReadEndsWithOne() async {
        let ran = await hark("connectors", "decode", "--network", "line", "-", input: "{}")
        #expect(ran.status == 1 && ran.data.contains("error\t"))
        let json = await hark("connectors", "decode", "--json", "--network", "line", "-", input: Self.body)
        #expect(json.status == 0 && json.data.contains(#""what" : "message""#))
    }

    @Test func aBodyIsReadByteByByte() async {
        let mail =
            "From: ana@far.example\nMessage-ID: <m@far.example>\nContent-Type: text/plain; charset=iso-8859-1\n\nGr"
        let bodies = ["a.eml": Array(mail.utf8) + [0xFC, 0xDF, 0x65]]
        let ran = await hark("connectors", "decode", "--network", "email", "--feed", "INBOX", "a.eml", bodies: bodies)
        #expect(ran.data.contains("Grüße"), "\(ran.data)")
    }

    @Test func aNetworkNobodyKnowsIsAMistake() async {
        let ran = await hark("connectors", "decode", "--network", "pigeon", "-", input: "{}")
        #expect(
            ran.status == ExitStatus.usage.rawValue && ran.messages.contains("mastodon"),
            "\(ran.status) \(ran.messages)"
        )
    }

    @Test func theNetworksAreListedWithWhatTheyAllow() async {
        let ran = await hark("connectors")
        #expect(
            ran.data.contains("line\twebhooks\tchat,direct\t5000 utf16\t-\tedits,deletes,attachments,13 quick replies")
        )
        #expect(ran.calls.isEmpty, "no server is asked")
    }

    @Test func whatAReplyBringsBesideItsTextIsRead() throws {
        let options = try ReplyExtraOptions.parse(["--choice", "Red", "--template", "sent/en_US", "--value", "4711"])
        let extras = try #require(try options.extras)
        #expect(extras.choices == ["Red"])
        #expect(extras.template == ReplyExtras.Template(name: "sent", language: "en_US", values: ["4711"]))
        #expect(try ReplyExtraOptions.parse([]).extras == nil)
        #expect(throws: (any Error).self) { try ReplyExtraOptions.parse(["--template", "sent"]).extras }
    }
}

import Foundation
import HarkCore
import Testing

@testable import HarkCommands

@Suite("Data go to standard output, words to standard error")
struct OutputTests {
    @Test func aPipeGetsTabsAndWholeTexts() async {
        let ran = await hark("inbox")
        let first = ran.data.split(separator: "\n").first.map { $0.split(separator: "\t").map(String.init) }
        #expect(
            first == [
                "42", "critical", "2026-11-22T08:00:00.000Z", "acme-social", "@ana@social.example",
                "NOTHING works since the update, I want my money back!", "support/@max",
            ]
        )
        #expect(ran.messages == "More: hark inbox --limit 50 --cursor eyJkIjoxfQ\n")
    }

    @Test func quietWritesOnlyIds() async {
        let ran = await hark("inbox", "-q")
        #expect(ran.data == "42\n7\n108\n9\n")
        #expect(ran.messages.isEmpty)
    }

    @Test func jsonIsOneDocumentWithDataAndNext() async throws {
        let ran = await hark("inbox", "--json")
        let page = try JSONDecoder().decode(InboxPage.self, from: Data(ran.data.utf8))
        #expect(page == Sample.inbox)
        #expect(ran.messages.isEmpty)
    }

    @Test func theLastPageSaysSo() async {
        let ran = await hark("channels", "--json")
        #expect(ran.data.contains(#""next" : null"#))
    }

    @Test func anEmptyInboxIsGoodNews() async {
        let ran = await hark("inbox", desk: ScriptedDesk(page: InboxPage(data: [], next: nil)))
        #expect(ran.data.isEmpty)
        #expect(ran.messages == "Nobody waits for an answer. Enjoy the quiet.\n")
        #expect(ran.status == 0)
    }

    static let wishes: [([String: String], Bool)] = [
        ([:], true), (["NO_COLOR": "1"], false), (["NO_COLOR": ""], true), (["CLICOLOR": "0"], false),
        (["TERM": "dumb"], false),
    ]

    @Test(arguments: wishes) func coloursFollowTheWishesInTheEnvironment(_ wishes: [String: String], _ coloured: Bool)
        async
    {
        let environment = wishes.merging(["HARK_TOKEN": "t"]) { wish, _ in wish }
        let ran = await hark("inbox", terminal: true, environment: environment)
        #expect(ran.data.contains("\u{1B}[") == coloured)
        #expect(ran.data.contains("SNIPPET"))
    }

    @Test func plainMakesATerminalAPipe() async {
        let (plain, piped) = (await hark("inbox", "--plain", terminal: true), await hark("inbox"))
        #expect(plain.data == piped.data)
    }

    @Test func eachIdHasItsOwnResult() async {
        let desk = ScriptedDesk(failures: [7: Failure(.notFound, "there is no conversation 7")])
        let ran = await hark("close", "42", "7", "9", desk: desk)
        #expect(ran.data == "42\tok\tnow closed\n9\tok\tnow closed\n")
        #expect(ran.messages == "hark: #7: there is no conversation 7\n")
        #expect(ran.status == 1)
    }

    @Test func eachIdHasItsOwnResultInJSON() async throws {
        struct Answer: Decodable {
            struct Item: Decodable {
                struct Reason: Decodable { var code: String }
                var id: Int64
                var ok: Bool
                var error: Reason?
            }
            var data: [Item]
        }
        let desk = ScriptedDesk(failures: [7: Failure(.notFound, "there is no conversation 7")])
        let ran = await hark("close", "42", "7", "--json", desk: desk)
        let answer = try JSONDecoder().decode(Answer.self, from: Data(ran.data.utf8))
        #expect(answer.data.map(\.id) == [42, 7])
        #expect(answer.data.map(\.ok) == [true, false])
        #expect(answer.data[1].error?.code == "not_found")
    }
}

import Foundation
import HarkClient
import HarkCore
import Testing

@testable import HarkCommands

@Suite("Every list comes in every format")
struct FormatTests {
    @Test func csvHasAHeaderAndIsHarmlessInASpreadsheet() async {
        var line = Sample.inbox.data[0]
        line.author = "=HYPERLINK(\"https://evil.example\")"
        line.snippet = "\u{1B}[31m-1,\"two\"\nlines"
        let desk = ScriptedDesk(page: InboxPage(data: [line], next: nil))
        let ran = await hark("inbox", "-o", "csv", "--fields", "id,author,snippet,urgency_score", desk: desk)
        #expect(
            ran.data == "id,author,snippet,urgency_score\r\n"
                + "42,\"'=HYPERLINK(\"\"https://evil.example\"\")\",\"�[31m-1,\"\"two\"\" lines\",82\r\n"
        )
        for text in ["+49", "-1", "@SUM(A1)", "  =1", "＝1", "\t=1", "|cmd", "%0"] {
            #expect(CSVText.cell(text).hasPrefix("'"), "\(text)")
        }
        #expect(CSVText.cell("-1", isNumber: true) == "-1")
    }

    @Test func everyListComesInEveryFormat() async throws {
        for command in ["inbox", "history", "views", "canned", "macro", "channels", "deliveries"] {
            for format in OutputFormat.allCases {
                let ran = await hark(command, "-o", format.rawValue)
                #expect(ran.status == 0 && !ran.data.isEmpty, "\(command) -o \(format): \(ran.messages)")
                guard format == .jsonl else { continue }
                for line in ran.data.split(separator: "\n") {
                    _ = try JSONDecoder().decode([String: FieldValue].self, from: Data(line.utf8))
                }
            }
        }
    }

    @Test func fieldsPickAndAnUnknownOneIsNamed() async throws {
        #expect(await hark("inbox", "--fields", "id,urgency").data.hasPrefix("42\tcritical\n7\thigh\n"))
        let picked = await hark("inbox", "--json", "--fields", "id")
        #expect(picked.data.contains(#""next" : "eyJkIjoxfQ""#) && !picked.data.contains("author"))
        let wrong = await hark("inbox", "--fields", "id,autor")
        #expect(wrong.status == 64 && wrong.messages.contains("author"))
    }

    @Test(arguments: [("0", 20), ("1", 0), ("2", 21)]) func aFormatVersionIsKept(_ version: String, _ status: Int32)
        async
    {
        #expect(await hark("inbox", "-o", "jsonl", "--format-version", version).status == status)
    }

    @Test func coloursAreForcedOrForbidden() async {
        let forced = await hark("inbox", environment: ["HARK_TOKEN": "t", "CLICOLOR_FORCE": "1"])
        #expect(forced.data.contains("\u{1B}["))
        let forbidden = await hark("inbox", "--no-color", terminal: true)
        #expect(!forbidden.data.contains("\u{1B}["))
    }

    @Test func aQueryIsAskedAboutFromThreeOn() async {
        let refused = await hark("close", "tag:spam")
        #expect(refused.status == 64 && refused.messages.contains("--yes"))
        let doubted = await hark("close", "tag:spam", terminal: true, answers: ["n"])
        #expect(doubted.status == 2 && !doubted.calls.contains { $0.hasPrefix("act") })
        let wanted = await hark("close", "tag:spam", terminal: true, answers: ["y"])
        #expect(wanted.status == 0 && wanted.calls.last == "act [42, 7, 108, 9] close")
    }

    @Test func aBrokenConnectionIsTakenUpWhereItBroke() async {
        func event(_ id: Int64) -> EventFeed.Word {
            .event(
                EventView(
                    Event(
                        id: .init(rawValue: id),
                        at: Sample.now,
                        kind: .noteAdded,
                        conversation: .init(42),
                        actor: .hark
                    )
                )
            )
        }
        let events = ScriptedEvents([[.opened, event(1), event(2)], [], [.opened, event(3)]])
        let ran = await hark("watch", "-q", "--count", "3", "--after", "0", "--exec", "beep", events: events)
        #expect(ran.data == "1\n2\n3\n")
        #expect(events.positions == [0, 2, 2])
        #expect(ran.calls.filter { $0 == "run beep note.added" }.count == 3)
    }

    @Test func anUnreadableQueryIsShownWithItsPlace() {
        #expect(QueryPointer.text("what", query: "日 chanel:x", offset: 2) == "what (column 3)\n  日 chanel:x\n     ^")
    }

    @Test(arguments: Completion.Shell.allCases) func theShellsGetTheirScripts(_ shell: Completion.Shell) async {
        let ran = await hark("completion", shell.rawValue)
        #expect(ran.status == 0 && ran.data.contains("hark") && ran.data.count > 2000)
    }
}

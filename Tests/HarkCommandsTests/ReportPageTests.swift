import Foundation
import HarkCore
import Testing

@testable import HarkCommands

/// A report as people and spreadsheets read it; names in it are strangers' and ours alike.
struct ReportPageTests {
    private static let screen = Style(isTerminal: true, width: 100, hasColour: false, zone: .gmt)

    @Test func barsAndShadesGrowWithTheirValues() {
        #expect(Bars.line([0, 1, 4, 8], of: 8) == "·▂▅█")
        #expect(Bars.bar(5, of: 10, width: 4) == "██" && Bars.bar(1, of: 16, width: 4) == "▎")
        #expect([0, 1, 5, 9, 10].map { Bars.shade($0, of: 10) } == ["·", "░", "▒", "█", "█"])
    }

    @Test func theTerminalSeesATableTheDaysAndTheWeek() {
        let page = ReportPage.render(Sample.report(), style: Self.screen)
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].contains("by channel") && page.contains("50 %") && page.contains("14m"))
        #expect(page.contains("a day     ▃▃▃▃····▆▆▆▆████  most 24"))
        #expect(page.contains("negative  ▁▁▁▁····▅▅▅▅▂▂▂▂  most 50 %"), "a share of its day, not a count")
        #expect(page.contains("positive  ▃▃▃▃············  most 37 %"))
        #expect(page.contains("Mon       " + String(repeating: "·", count: 18) + "██"))
        #expect(page.contains("30 messages, in other weeks 4"))
    }

    @Test(arguments: [60, 80, 92, 120, 200]) func noLineIsWiderThanTheTerminal(_ width: Int) {
        var report = Sample.report()
        report.days = (0..<400).map { .init(date: "2026-01-01", messages: $0, negative: 1, neutral: 1, positive: 1) }
        let page = ReportPage.render(report, style: Style(isTerminal: true, width: width, hasColour: false, zone: .gmt))
        let lines = page.split(separator: "\n").filter { width >= 80 || !$0.contains(" %") && !$0.contains("ANSWERED") }
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= width }, "\(page)")
    }

    @Test func aSpreadsheetIsGivenNoFormula() {
        let lines = ReportCSV.render(Sample.report()).split(separator: "\r\n")
        #expect(lines.count == 4 && lines[1].hasPrefix("all,48,24,12,840,7200,"))
        #expect(lines[3].hasPrefix("'=cmd|<b>,16,"))
    }

    @Test func thePageNeedsNothingElseAndEscapesNames() {
        let page = ReportHTML.render(Sample.report())
        #expect(page.contains("=cmd|&lt;b&gt;") && !page.contains("<b>"))
        #expect(!page.contains("http") && !page.contains("<script") && !page.contains("src="))
        #expect(page.contains("<svg") && page.contains("2026-11-21: 8 negative, 8 neutral, 0 positive"))
    }

    @Test func threeYearsOfDaysFitTheChart() throws {
        var report = Sample.report()
        report.days = (0..<1100).map { _ in .init(date: "2026-01-01", messages: 3, negative: 1, neutral: 1, positive: 1)
        }
        let page = ReportHTML.render(report)
        let bars = page.matches(of: /class="(?:said|bad|good|none)" x="([0-9.]+)" y="\d+" width="([0-9.]+)"/)
        let rights = bars.compactMap { bar -> Double? in
            guard let left = Double(bar.output.1), let width = Double(bar.output.2) else { return nil }
            return left + width
        }
        #expect(rights.count == 4400 && rights.allSatisfy { $0 > 0 && $0 <= 900.1 }, "\(rights.max() ?? 0)")
    }

    @Test func whatIsNotAllSaysHowItGoesOn() async {
        let all = await hark(words: ["report", "--explain", "answered"], desk: ScriptedDesk())
        #expect(all.status == 0 && all.messages.isEmpty)
        let some = await hark(words: ["report", "--explain", "answered", "--skip", "1"], desk: ScriptedDesk())
        #expect(some.messages == "2 of 5. More: hark report --since 30d --by channel --explain answered --skip 2\n")
        let ids = await hark(words: ["report", "--explain", "answered", "--skip", "1", "-q"], desk: ScriptedDesk())
        #expect(ids.data == "42\n" && ids.messages.hasPrefix("2 of 5."))
        let json = await hark(
            words: ["report", "--explain", "answered", "--skip", "1", "--json"],
            desk: ScriptedDesk()
        )
        #expect(json.data.contains("\"next\" : \"2\""))
        #expect(await hark(words: ["report", "--skip", "1"], desk: ScriptedDesk()).status == 64)
    }
}

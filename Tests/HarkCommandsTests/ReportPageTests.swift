import Foundation
import HarkCore
import Testing

@testable import HarkCommands

/// A report as people and spreadsheets read it; names in it are strangers' and ours alike.
struct ReportPageTests {
    private static let screen = Style(isTerminal: true, width: 100, hasColour: false, zone: .gmt)

    @Test func barsAndShadesGrowWithTheirValues() {
        #expect(Bars.line([0, 1, 4, 8], width: 10) == " ▂▅█")
        #expect(Bars.line([1, 2, 3], width: 2) == "▆█", "the newest stay")
        #expect(Bars.bar(5, of: 10, width: 4) == "██" && Bars.bar(1, of: 16, width: 4) == "▎")
        #expect([0, 1, 5, 9, 10].map { Bars.shade($0, of: 10) } == ["·", "░", "▒", "█", "█"])
    }

    @Test func theTerminalSeesATableTheDaysAndTheWeek() {
        let page = ReportPage.render(Sample.report(), style: Self.screen)
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].contains("by channel") && page.contains("50 %") && page.contains("14m"))
        #expect(page.contains("a day     ▃ ▆█") && page.contains("Mon       ·········█"))
        #expect(page.contains("30 messages, usual 4"))
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 100 })
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
        #expect(page.contains("<svg") && page.contains("2026-11-21: 16, 8 negative"))
    }
}

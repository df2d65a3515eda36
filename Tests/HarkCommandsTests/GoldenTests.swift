import HarkCore
import Testing

@testable import HarkCommands

@Suite("Pages and tables look as recorded")
struct GoldenTests {
    @Test(arguments: Sample.styles)
    func theInbox(_ name: String, _ style: Style) throws {
        try expectGolden(InboxTable.render(Sample.inbox, style: style, now: Sample.now), "inbox-\(name)")
    }

    @Test(arguments: Sample.styles)
    func aConversationWithItsHistory(_ name: String, _ style: Style) throws {
        let page = ConversationPage.render(Sample.detail, style: style, now: Sample.now, history: true)
        try expectGolden(page, "show-\(name)")
    }

    @Test(arguments: Sample.styles)
    func anExplanation(_ name: String, _ style: Style) throws {
        try expectGolden(ExplanationPage.render(Sample.explanation, style: style, now: Sample.now), "why-\(name)")
    }

    @Test(arguments: Sample.styles)
    func theChannels(_ name: String, _ style: Style) throws {
        try expectGolden(ChannelTable.render(Sample.channels, style: style, now: Sample.now), "channels-\(name)")
    }

    @Test(arguments: Sample.styles)
    func theDeliveries(_ name: String, _ style: Style) throws {
        try expectGolden(DeliveryTable.render(Sample.deliveries, style: style, now: Sample.now), "deliveries-\(name)")
    }

    @Test(arguments: Sample.styles)
    func theTokens(_ name: String, _ style: Style) throws {
        try expectGolden(TokenTable.render(Sample.tokens, style: style, now: Sample.now), "tokens-\(name)")
    }

    @Test(arguments: [40, 60, 80, 100, 200])
    func noLineIsWiderThanTheTerminal(_ width: Int) {
        let style = Sample.style(width)
        let pages = [
            ConversationPage.render(Sample.detail, style: style, now: Sample.now, history: true),
            ExplanationPage.render(Sample.explanation, style: style, now: Sample.now),
        ]
        let tables = width < 80 ? [] : [InboxTable.render(Sample.inbox, style: style, now: Sample.now)]
        for line in (pages + tables).flatMap({ $0.split(separator: "\n") }) {
            #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
        }
    }

    @Test func coloursChangeNoText() {
        let coloured = InboxTable.render(Sample.inbox, style: Sample.style(80, colour: true), now: Sample.now)
        let bare = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(coloured.contains("\u{1B}[1;31m"))
        #expect(bare == InboxTable.render(Sample.inbox, style: Sample.style(80), now: Sample.now))
    }
}

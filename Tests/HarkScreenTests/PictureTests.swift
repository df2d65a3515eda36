import HarkCore
import Testing

@testable import HarkScreen

@Suite("Screens look as recorded")
struct PictureTests {
    static let sizes = [(80, 24), (120, 40), (180, 50)]
    static let situations: [(name: String, keys: String)] = [
        ("inbox", ""), ("second", "j"), ("marked", "xxvj"), ("details", "i"), ("alone", "<Enter>"),
        ("reply", "rHallo Petra,<Enter>wir sind dran. 山田"), ("note", "Nnur unter uns"), ("assign", "a"), ("tag", "tv"),
        ("snooze", "s"), ("mark", "M"), ("canned", "e"), ("macro", "m"), ("views", "V"), ("search", "/urgency>=high"),
        ("command", ":assign @b"), ("confirm", "xxxc"), ("help", "?"),
    ]

    @Test(arguments: situations)
    func aSituation(_ name: String, _ keys: String) throws {
        for (columns, rows) in Self.sizes {
            var state = Sample.screen(columns, rows)
            state.type(keys)
            try expectGolden(Self.picture(ScreenView.frame(state)), "\(name)-\(columns)x\(rows)")
        }
    }

    @Test func emptyAndOffline() throws {
        var state = Sample.screen(page: InboxPage(data: [], next: nil))
        try expectGolden(Self.picture(ScreenView.frame(state)), "empty-80x24")
        state = Sample.screen()
        _ = state.take(.news(.lost("connection refused")))
        _ = state.take(.tick(Sample.now + .minutes(3)))
        try expectGolden(Self.picture(ScreenView.frame(state)), "offline-80x24")
    }

    @Test func aTooSmallWindowSaysSo() {
        let frame = ScreenView.frame(Sample.screen(30, 5))
        #expect(frame.grid.text.contains("too small"))
    }

    @Test(arguments: [10, 11, 17, 24, 31, 60])
    func everySizeHasItsPicture(_ rows: Int) {
        for columns in [40, 41, 79, 109, 110, 169, 170, 220] {
            for keys in ["", "<Enter>", "i", "rText", "a", "?", "vG"] {
                var state = Sample.screen(columns, rows)
                state.type(keys)
                let frame = ScreenView.frame(state)
                #expect(frame.grid.rows.count == rows && frame.grid.rows.allSatisfy { $0.count == columns })
                if let cursor = frame.cursor { #expect(cursor.row < rows && cursor.column < columns) }
            }
        }
    }

    @Test func urgencyShowsWithoutColour() {
        let grid = ScreenView.frame(Sample.screen()).grid
        #expect(grid.text.contains("█") && grid.text.contains("▆") && grid.text.contains("▁"))
        let bare = FrameDiff.bytes(from: nil, to: ScreenView.frame(Sample.screen()), palette: Palette(hasColour: false))
        #expect(bare.matches(of: /\u{1B}\[[0-9;]*m/).allSatisfy { !$0.output.contains(/[;\[](3|4|9|10)[0-7]/) })
    }

    /// What is sent for a change makes, on a terminal that shows the one picture, the other.
    @Test func theDifferenceMakesTheNextPicture() {
        var state = Sample.screen()
        var terminal = TinyTerminal(rows: 24, columns: 80)
        var shown: Frame?
        for keys in [
            "", "j", "j", "rHallo 山田", "<Esc>", "a", "<Esc>", "?", "j", "<Esc>", "i", "i", "c", "xx", "/x", "<Esc>",
        ] {
            state.type(keys)
            let frame = ScreenView.frame(state)
            terminal.feed(FrameDiff.bytes(from: shown, to: frame, palette: Palette(hasColour: true)))
            shown = frame
            #expect(terminal.text == frame.grid.text, "after \(keys)")
        }
        #expect(FrameDiff.bytes(from: shown, to: ScreenView.frame(state), palette: Palette(hasColour: true)).isEmpty)
    }

    /// The text, then where looks other than plain stand.
    private static func picture(_ frame: Frame) -> String {
        let looks = frame.grid.rows.map { row in
            let marks = row.map { $0.look.isChosen ? "█" : $0.look.ink.rawValue }
            return String(String(marks).reversed().drop { $0 == " " }.reversed()) + "\n"
        }
        let cursor = frame.cursor.map { "cursor \($0.row) \($0.column)\n" } ?? "no cursor\n"
        return frame.grid.text + "----\n" + looks.joined() + cursor
    }
}

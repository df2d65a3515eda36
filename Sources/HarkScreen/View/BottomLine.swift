import HarkCore

/// The last line: a question, a notice, or the keys that matter now. While something is written or chosen, good news do
/// not hide the keys. Returns where the cursor stands if it is here.
enum BottomLine {
    static func draw(_ state: ScreenState, on grid: inout Grid) -> Frame.Position? {
        let row = grid.size.rows - 1
        let width = grid.size.columns
        switch state.mode {
        case .asking(let question): return ask(question, at: row, on: &grid)
        case .confirming(let deed, let ids):
            let text = " \(ids.count) conversations \(deed.words)? y yes, any other key no"
            grid.put(text, at: row, 0, width: width, look: Look(.warning))
        case .browsing, .picking, .composing, .checking, .help:
            if let notice = state.notice, state.mode == .browsing || notice.ink != .good {
                grid.put(" " + notice.text, at: row, 0, width: width, look: Look(notice.ink))
            } else {
                grid.put(hints(state), at: row, 1, width: width - 1)
            }
        }
        return nil
    }

    private static func ask(_ question: Mode.Question, at row: Int, on grid: inout Grid) -> Frame.Position {
        let room = grid.size.columns - 3
        let characters = question.field.characters
        // The end of a long line is what is being written.
        var start = question.field.cursor
        var used = 0
        while start > 0, case let columns = DisplayWidth.of(characters[start - 1]), used + columns <= room {
            start -= 1
            used += columns
        }
        grid.put(question.purpose.rawValue, at: row, 0, look: Look(.accent))
        grid.put(String(characters[start...].prefix(room + 1)), at: row, 1, width: room + 1)
        return Frame.Position(row: row, column: 1 + used)
    }

    private static func hints(_ state: ScreenState) -> Line {
        switch state.mode {
        case .composing: line(ComposerKey.allCases.map { ($0.key.description, $0.hint) })
        case .picking: line([("type", "to narrow"), ("↑↓", "choose"), ("Enter", "take"), ("Esc", "back")])
        case .checking: line([("Enter", "do it"), ("Esc", "leave it")])
        case .help: line([("j k", "scroll"), ("any other key", "back")])
        case .browsing, .asking, .confirming:
            line(
                [
                    (.help, "help"), (.take, "take"), (.reply, "reply"), (.canned, "canned"), (.macro, "macro"),
                    (.assign, "assign"), (.tag, "tag"), (.snooze, "snooze"), (.close, "close"), (.undo, "undo"),
                    (.mark, "mark"), (.select, "select"), (.query, "search"), (.note, "note"), (.view, "views"),
                ].map { (verb: Verb, word: String) in (KeyTable.key(of: verb), word) }
            )
        }
    }

    private static func line(_ hints: [(key: String, word: String)]) -> Line {
        Line(hints.flatMap { [Piece($0.key, .strong), Piece(" " + $0.word + "  ", .faint)] })
    }
}

import HarkCore

/// The picture of a state. Pure: the same state gives the same cells.
enum ScreenView {
    static func frame(_ state: ScreenState) -> Frame {
        var grid = Grid(state.size)
        guard state.size.rows >= ScreenLayout.least.rows, state.size.columns >= ScreenLayout.least.columns else {
            grid.put("The window is too small for Hark: 40 columns and 10 rows are the least.", at: 0, 0)
            return Frame(grid: grid, cursor: nil)
        }
        let layout = ScreenLayout(state)
        for column in layout.verticals {
            for row in 1..<state.size.rows - 1 { grid.put("│", at: row, column, look: Look(.faint)) }
        }
        TitleBar.draw(state, on: &grid)
        ListPane(state: state, area: layout.list).draw(on: &grid)
        ReadingPanes(state: state, layout: layout).draw(on: &grid)
        var cursor = BottomLine.draw(state, on: &grid)
        switch state.mode {
        case .composing(let composer):
            cursor = ComposerPane(state: state, composer: composer, area: layout.composer).draw(on: &grid)
        case .picking(let picker): cursor = PickerBox(picker: picker).draw(on: &grid)
        case .help(let line): HelpPage.draw(from: line, on: &grid)
        case .checking(let check): MacroBox(check: check).draw(on: &grid)
        case .browsing, .asking, .confirming: break
        }
        return Frame(grid: grid, cursor: cursor)
    }
}

/// The first line: what is shown, how much of it, whether the server is there.
enum TitleBar {
    static func draw(_ state: ScreenState, on grid: inout Grid) {
        let list = state.list
        var left = [Piece(" hark ", .accent), Piece(list.query.isEmpty ? "inbox" : "search ", .strong)]
        if !list.query.isEmpty { left.append(Piece(list.query)) }
        let right = Line(figures(list) + connection(state))
        let room = grid.size.columns - right.width - 2
        grid.put(Line(left), at: 0, 0, width: max(12, room))
        grid.put(right, at: 0, max(0, grid.size.columns - right.width - 1), width: right.width)
    }

    private static func figures(_ list: ListState) -> [Piece] {
        guard list.isLoaded, !list.rows.isEmpty else { return [] }
        let breached = list.rows.count { $0.isBreached }
        let place = "\((list.index ?? 0) + 1) of \(list.rows.count)" + (list.hasMore ? "+" : "")
        let selected = list.selection.union(list.ranged).count
        return Line.dotted([
            Piece(selected > 0 ? "\(selected) selected" : "", .accent),
            Piece(breached > 0 ? "\(breached) late" : "", .bad),
            Piece(place),
        ]).pieces + [Piece(" · ", .faint)]
    }

    private static func connection(_ state: ScreenState) -> [Piece] {
        switch state.connection {
        case .connecting: [Piece("○ connecting", .faint)]
        case .live: [Piece("● live", .good)]
        case .lost(let since, _): [Piece("○ offline for " + SpanText.of(state.now - since), .bad)]
        }
    }
}

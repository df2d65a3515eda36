/// Where everything stands, by the size of the terminal and what is open.
struct ScreenLayout: Sendable, Hashable {
    /// From this width on list and thread stand side by side.
    static let roomForTwo = 110
    /// From this width on the details have a column of their own.
    static let roomForThree = 170
    /// Less than this shows nothing sensible.
    static let least = Size(rows: 10, columns: 40)

    var size: Size
    var list = Area.none
    /// The rule above the thread, which names the conversation.
    var head = Area.none
    var thread = Area.none
    /// The rule above the details, where they stand below or beside the thread.
    var detailHead = Area.none
    var details = Area.none
    /// The composer with its rule.
    var composer = Area.none
    /// The columns of vertical lines, from the second row to the last but one.
    var verticals: [Int] = []

    /// The panes that can have the keys, in order.
    var panes: [Pane] {
        (list.isEmpty ? [] : [.list]) + (thread.isEmpty ? [] : [.thread]) + (details.isEmpty ? [] : [.details])
    }

    init(_ state: ScreenState) {
        size = state.size
        let body = Area(row: 1, column: 0, height: size.rows - 2, width: size.columns)
        guard body.height > 4 else { return }
        if state.isZoomed {
            split(reading: body, state)
        } else if size.columns >= Self.roomForTwo {
            let width = min(76, size.columns * 47 / 100)
            list = Area(row: 1, column: 0, height: body.height, width: width)
            verticals = [width]
            split(reading: Area(row: 1, column: width + 1, height: body.height, width: size.columns - width - 1), state)
        } else {
            let height = max(3, (body.height - 1) * 45 / 100)
            list = Area(row: 1, column: 0, height: height, width: size.columns)
            let top = 1 + height
            split(reading: Area(row: top, column: 0, height: body.height - height, width: size.columns), state)
        }
        makeRoomForComposer(state)
    }

    /// Divides what is left for reading among head, thread and details.
    private mutating func split(reading area: Area, _ state: ScreenState) {
        head = Area(row: area.row, column: area.column, height: 1, width: area.width)
        var rest = Area(row: area.row + 1, column: area.column, height: area.height - 1, width: area.width)
        if size.columns >= Self.roomForThree || state.isZoomed && size.columns >= Self.roomForTwo {
            let width = min(56, max(40, area.width * 40 / 100))
            rest.width -= width + 1
            verticals.append(rest.column + rest.width)
            head.width = rest.width
            detailHead = Area(row: area.row, column: rest.column + rest.width + 1, height: 1, width: width)
            details = Area(row: rest.row, column: detailHead.column, height: rest.height, width: width)
        } else if state.showsDetails, size.columns < Self.roomForTwo {
            details = rest
            rest.height = 0
        } else if size.columns >= Self.roomForTwo, rest.height >= 24 {
            let height = rest.height * 42 / 100
            rest.height -= height + 1
            detailHead = Area(row: rest.row + rest.height, column: rest.column, height: 1, width: rest.width)
            details = Area(row: detailHead.row + 1, column: rest.column, height: height, width: rest.width)
        }
        thread = rest
    }

    /// The composer takes the lower part of the thread; where the thread is hidden, of the details.
    private mutating func makeRoomForComposer(_ state: ScreenState) {
        guard case .composing(let field) = state.mode else { return }
        if thread.isEmpty { (thread, details) = (details, .none) }
        let lines = TextRows(field.field, width: max(2, thread.width - 2)).rows.count
        let height = max(4, min(lines + 2, thread.height * 60 / 100))
        thread.height -= height
        composer = Area(row: thread.row + thread.height, column: thread.column, height: height, width: thread.width)
    }

    /// Which pane a place belongs to.
    func pane(row: Int, column: Int) -> Pane? {
        if list.contains(row: row, column: column) { return .list }
        if thread.contains(row: row, column: column) { return .thread }
        return details.contains(row: row, column: column) ? .details : nil
    }
}

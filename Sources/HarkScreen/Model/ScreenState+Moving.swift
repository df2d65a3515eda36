import HarkCore

/// Where the person goes.
extension ScreenState {
    mutating func go(_ verb: Verb) -> [Effect] {
        switch verb {
        case .focus: focusNext()
        case .back: return back()
        case .next: return goToNext()
        case .scrollDown: scroll(by: 3)
        case .scrollUp: scroll(by: -3)
        default: return move(verb)
        }
        return []
    }

    private mutating func move(_ verb: Verb) -> [Effect] {
        guard focus == .list else {
            scrollFocused(verb)
            return []
        }
        let page = max(1, list.height - 1)
        switch verb {
        case .down: list.move(by: 1)
        case .up: list.move(by: -1)
        case .pageDown: list.move(by: page)
        case .pageUp: list.move(by: -page)
        case .first: list.move(to: 0)
        default: list.move(to: list.rows.count - 1)
        }
        return readOn()
    }

    /// Reads more of a long list before its end is reached.
    private mutating func readOn() -> [Effect] {
        guard list.hasMore, !list.isLoading, (list.index ?? 0) > list.rows.count - ListState.stride / 4 else {
            return []
        }
        list.count = list.rows.count + ListState.stride
        return [list.request()]
    }

    private mutating func goToNext() -> [Effect] {
        let found =
            list.query.isEmpty ? list.moveToNext { $0.assignee == nil } : list.moveToNext { _ in true }
        if !found { say(list.query.isEmpty ? "everything here has its owner" : "there is no other hit", .warning) }
        return []
    }

    private mutating func focusNext() {
        let panes = ScreenLayout(self).panes
        let index = panes.firstIndex(of: focus) ?? 0
        focus = panes.isEmpty ? .list : panes[(index + 1) % panes.count]
    }

    private mutating func back() -> [Effect] {
        if isZoomed || focus != .list {
            (isZoomed, focus) = (false, .list)
        } else if !list.selection.isEmpty || list.anchor != nil {
            list.unselect()
        } else if !list.query.isEmpty {
            return [list.search("")]
        }
        notice = nil
        return []
    }

    private mutating func scrollFocused(_ verb: Verb) {
        let page = max(1, ScreenLayout(self).thread.height - 2)
        switch verb {
        case .down: scroll(by: 1)
        case .up: scroll(by: -1)
        case .pageDown: scroll(by: page)
        case .pageUp: scroll(by: -page)
        case .first: scroll(by: -1_000_000)
        default: scroll(by: 1_000_000)
        }
    }

    /// Scrolls the pane that has the keys; from the list, the thread.
    mutating func scroll(by lines: Int) {
        let layout = ScreenLayout(self)
        if focus == .details || layout.thread.isEmpty {
            let hidden = DetailLines(self, width: layout.details.width).lines.count - layout.details.height
            thread.detailScroll = max(0, min(thread.detailScroll + lines, hidden))
        } else {
            let hidden = ThreadLines(self, width: layout.thread.width).lines.count - layout.thread.height
            thread.scroll = max(0, min(thread.scroll - lines, hidden))
        }
    }

    mutating func point(_ mouse: Mouse) -> [Effect] {
        guard mode == .browsing else { return [] }
        let layout = ScreenLayout(self)
        let pane = layout.pane(row: mouse.row, column: mouse.column)
        switch (mouse.deed, pane) {
        case (.press, .list?):
            (focus, isZoomed) = (.list, false)
            list.move(to: list.top + mouse.row - layout.list.row)
        case (.press, let pane?): focus = pane
        case (.press, nil): break
        case (.wheelUp, .list?), (.wheelDown, .list?):
            list.move(by: mouse.deed == .wheelUp ? -1 : 1)
            return readOn()
        case (.wheelUp, _), (.wheelDown, _):
            let old = focus
            focus = pane ?? focus
            scroll(by: mouse.deed == .wheelUp ? -3 : 3)
            focus = old
        }
        return []
    }
}

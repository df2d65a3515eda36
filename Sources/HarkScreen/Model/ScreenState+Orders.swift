import HarkCore

/// What each verb does.
extension ScreenState {
    mutating func obey(_ order: Order) -> [Effect] {
        switch order.verb {
        case .down, .up, .first, .last, .pageDown, .pageUp, .scrollDown, .scrollUp, .next, .back, .focus:
            return go(order.verb)
        case .open: return open(order.argument)
        case .details: showsDetails.toggle()
        case .query: return query(order.argument)
        case .view: return view(order.argument)
        case .save: return save(order.argument)
        case .command: mode = .asking(.init(purpose: .command, field: TextField()))
        case .reply, .edit, .note, .canned: return compose(order)
        case .assign, .take, .tag, .mark, .snooze, .close, .reopen, .merge, .mute, .unmute, .block, .unblock:
            return file(order)
        case .macro where !order.argument.isEmpty: return check(order.argument)
        case .macro: choose(.macro)
        case .undo: return perform(.undo, [])
        case .select: list.select()
        case .range: list.range()
        case .unselect: list.unselect()
        case .refresh:
            thread.spoilAll()
            return [.redraw, list.request(), .directory] + look()
        case .help: mode = .help(0)
        case .suspend: return [.suspend]
        case .quit: return [.quit]
        }
        return []
    }

    private mutating func open(_ number: String) -> [Effect] {
        guard !number.isEmpty else {
            isZoomed = list.cursor != nil
            focus = isZoomed ? .thread : .list
            return []
        }
        guard let id = Int64(number.drop { $0 == "#" }) else {
            say("“\(number)” is no conversation's number", .warning)
            return []
        }
        if let line = list.rows.firstIndex(where: { $0.id == id }) {
            list.move(to: line)
            return []
        }
        list.wanted = id
        return [list.search("id:\(id)")]
    }

    private mutating func query(_ text: String) -> [Effect] {
        guard text.isEmpty else { return [list.search(text)] }
        mode = .asking(.init(purpose: .query, field: TextField(list.query)))
        return []
    }

    private mutating func view(_ name: String) -> [Effect] {
        guard !name.isEmpty else {
            choose(.view)
            return []
        }
        guard let view = shelf.views.first(where: { $0.name == name }) else {
            say("there is no view “\(name)”", .warning)
            return []
        }
        return [list.search(view.query)]
    }

    private mutating func save(_ name: String) -> [Effect] {
        guard !name.isEmpty, !list.query.isEmpty else {
            say("search first, then name the view: :save vip-late", .warning)
            return []
        }
        return [.saveView(name, list.query)]
    }

    private mutating func compose(_ order: Order) -> [Effect] {
        guard let id = list.cursor else { return [] }
        switch order.verb {
        case .note where !order.argument.isEmpty: return perform(.note(order.argument), [id])
        case .reply where !order.argument.isEmpty: return perform(.reply(.init(text: order.argument)), [id])
        case .canned where !order.argument.isEmpty: return takeCanned(order.argument)
        case .canned: choose(.canned)
        case .edit:
            let key = DraftKey(conversation: id, kind: .reply)
            return [.edit(key, drafts[key] ?? "")]
        case .note: write(.note)
        default: write(.reply)
        }
        return []
    }
}

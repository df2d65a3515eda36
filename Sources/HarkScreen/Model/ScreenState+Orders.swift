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
        case .command: mode = .asking(.init(purpose: .command, field: TextField()))
        case .reply, .edit, .note: return compose(order)
        case .assign, .take, .tag, .snooze, .close, .reopen: return file(order)
        case .mark: list.mark()
        case .range: list.range()
        case .unmark: list.unmark()
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

    private mutating func compose(_ order: Order) -> [Effect] {
        guard let id = list.cursor else { return [] }
        switch order.verb {
        case .note where !order.argument.isEmpty: return perform(.note(order.argument), [id])
        case .reply where !order.argument.isEmpty: return perform(.reply(.init(text: order.argument)), [id])
        case .edit:
            let key = DraftKey(conversation: id, kind: .reply)
            return [.edit(key, drafts[key] ?? "")]
        case .note: write(.note)
        default: write(.reply)
        }
        return []
    }

    private mutating func file(_ order: Order) -> [Effect] {
        switch order.verb {
        case .close: return act(.change(.init(state: .closed), "closed"))
        case .reopen: return act(.change(.init(state: .open), "open again"))
        case .take:
            guard let me = directory?.me else {
                say("the server has not said who you are yet", .warning)
                return []
            }
            return act(.change(.init(assignee: me), "yours"))
        case .assign where !order.argument.isEmpty: return act(Self.assignment(order.argument))
        case .tag where !order.argument.isEmpty: return retag(order.argument)
        case .snooze where !order.argument.isEmpty: return snooze(order.argument)
        case .assign: choose(.assign)
        case .tag: choose(.tag)
        default: choose(.snooze)
        }
        return []
    }

    private static func assignment(_ owner: String) -> ScreenAct {
        guard owner.hasPrefix("@") else { return .change(.init(team: owner), "given to \(owner)") }
        let name = String(owner.dropFirst())
        return name == "none"
            ? .change(.init(assignee: ""), "nobody's") : .change(.init(assignee: name), "given to \(owner)")
    }

    private mutating func retag(_ words: String) -> [Effect] {
        let words = words.split(separator: " ").map(String.init)
        let added = words.filter { !$0.hasPrefix("-") }.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 }
        let removed = words.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) }
        let change = ConversationChange(
            addTags: added.isEmpty ? nil : added,
            removeTags: removed.isEmpty ? nil : removed
        )
        return act(.change(change, "tagged " + words.joined(separator: " ")))
    }

    private mutating func snooze(_ words: String) -> [Effect] {
        do {
            let end = try facts.readTime(words, now)
            let text = "put aside until " + ScreenTime.local(end, facts)
            return act(.change(.init(state: .snoozed, snoozedUntil: end), text))
        } catch {
            say("\(error)", .warning)
            return []
        }
    }
}

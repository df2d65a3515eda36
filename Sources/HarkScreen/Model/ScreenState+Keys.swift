import HarkCore

/// Who gets a key.
extension ScreenState {
    mutating func press(_ key: Key) -> [Effect] {
        switch mode {
        case .browsing: return KeyTable.verbs[key].map { obey(Order($0)) } ?? unknown(key)
        case .asking(let question): return press(key, in: question)
        case .composing(let composer): return press(key, in: composer)
        case .picking(let picker): return press(key, in: picker)
        case .confirming(let deed, let ids): return confirm(key, deed, ids)
        case .checking(let check): return press(key, in: check)
        case .help(let line): return turn(key, from: line)
        }
    }

    /// Pasted text is text, never a command.
    mutating func paste(_ text: String) -> [Effect] {
        switch mode {
        case .asking(var question):
            question.field.insert(text)
            mode = .asking(question)
        case .composing(var composer):
            composer.field.insert(text)
            mode = .composing(composer)
            return [keep(composer)]
        case .picking(var picker):
            picker.field.insert(text)
            mode = .picking(picker)
        case .browsing, .confirming, .checking, .help:
            say("pasted text is no command; press \(KeyTable.key(of: .reply)) first", .warning)
        }
        return []
    }

    private mutating func unknown(_ key: Key) -> [Effect] {
        say("\(key) means nothing here; ? lists the keys", .faint)
        return []
    }

    private mutating func press(_ key: Key, in question: Mode.Question) -> [Effect] {
        var question = question
        switch key.code {
        case .escape:
            mode = .browsing
            return []
        case .enter:
            mode = .browsing
            return answer(question)
        case .backspace where question.field.text.isEmpty:
            mode = .browsing
            return []
        case .character("c") where key.control:
            mode = .browsing
            return []
        case .tab where question.purpose == .command: complete(&question.field)
        default: _ = question.field.take(key)
        }
        mode = .asking(question)
        return []
    }

    private mutating func answer(_ question: Mode.Question) -> [Effect] {
        let text = question.field.text.split(separator: " ").joined(separator: " ")
        switch question.purpose {
        case .query: return [list.search(text)]
        case .command:
            switch Order.read(text) {
            case .success(let order): return obey(order)
            case .failure(let misread):
                if !misread.text.isEmpty { say(misread.text, .warning) }
                return []
            }
        }
    }

    /// Completes a command's name as far as it is clear.
    private func complete(_ field: inout TextField) {
        let names = Verb.allCases.map(\.rawValue).filter { $0.hasPrefix(field.text) }
        guard let first = names.first, !field.text.isEmpty else { return }
        let common = names.reduce(first) { common, name in String(zip(common, name).prefix { $0 == $1 }.map(\.0)) }
        field = TextField(names.count == 1 ? common + " " : common)
    }

    private mutating func confirm(_ key: Key, _ deed: ScreenAct, _ ids: [Int64]) -> [Effect] {
        mode = .browsing
        guard key == .plain("y") || key.code == .enter else {
            say("nothing was changed", .faint)
            return []
        }
        return perform(deed, ids)
    }

    private mutating func turn(_ key: Key, from line: Int) -> [Effect] {
        switch KeyTable.verbs[key] {
        case .down, .scrollDown: mode = .help(line + 1)
        case .up, .scrollUp: mode = .help(max(0, line - 1))
        case .pageDown: mode = .help(line + 10)
        case .pageUp: mode = .help(max(0, line - 10))
        default: mode = .browsing
        }
        return []
    }
}

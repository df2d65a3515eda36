import HarkCore

/// Canned texts and macros: on their way, and when they have come. What is typed meanwhile is not lost.
extension ScreenState {
    /// Opens the composer and asks for a canned text in the customer's language.
    mutating func takeCanned(_ name: String) -> [Effect] {
        guard let id = list.cursor else { return [] }
        write(.reply)
        guard case .composing(var composer) = mode else { return [] }
        composer.typed = []
        mode = .composing(composer)
        return [.canned(name, id)]
    }

    mutating func fill(_ id: Int64, _ result: Result<CannedTextView, Failure>) -> [Effect] {
        guard case .composing(var composer) = mode, composer.conversation == id, let typed = composer.typed else {
            return []
        }
        composer.typed = nil
        switch result {
        case .success(let text):
            composer.field.insert((composer.isEmpty ? "" : "\n") + text.text)
            mode = .composing(composer)
            return [keep(composer)] + typed.flatMap { press($0) }
        case .failure(let failure):
            mode = .composing(composer)
            say(failure.message, .bad, seconds: 15)
            return []
        }
    }

    /// Asks what a macro would do to what is selected, else to the conversation under the cursor.
    mutating func check(_ name: String) -> [Effect] {
        guard !connection.isLost else {
            say("offline: nothing was changed", .bad)
            return []
        }
        mode = .checking(MacroCheck(name: name, conversations: list.targets))
        return [.preview(name, list.targets)]
    }

    mutating func previewed(_ name: String, _ result: Result<[MacroPreview], Failure>) -> [Effect] {
        guard case .checking(var check) = mode, check.name == name else { return [] }
        switch result {
        case .success(let previews):
            let typed = check.typed
            (check.previews, check.typed) = (previews, [])
            mode = .checking(check)
            return typed.flatMap { press($0) }
        case .failure(let failure):
            mode = .browsing
            say(failure.message, .bad, seconds: 15)
            return []
        }
    }

    mutating func press(_ key: Key, in check: MacroCheck) -> [Effect] {
        if key.code == .escape || key == .control("c") || key == .plain("q") {
            mode = .browsing
            return []
        }
        guard let previews = check.previews else {
            var check = check
            check.typed.append(key)
            mode = .checking(check)
            return []
        }
        guard key.code == .enter || key == .plain("y") else { return [] }
        mode = .browsing
        let leaves = previews.contains {
            ScreenAct.change($0.deed, "").takesLeave || $0.deed.reply.map { $0.then != .open } == true
        }
        if leaves, list.query.isEmpty { list.leave(check.conversations) } else { list.unselect() }
        return [.perform(.macro(check.name), check.conversations)]
    }
}

import HarkCore

/// Replies and notes while they are written.
extension ScreenState {
    /// Opens the composer on the conversation under the cursor, with the draft there is.
    mutating func write(_ kind: Composer.Kind) {
        guard let id = list.cursor else { return }
        if kind == .reply, let terms = terms(of: id), !terms.canReply {
            say(
                "this network takes no replies from here; answer it there, or write a note (\(KeyTable.key(of: .note)))",
                .warning
            )
            return
        }
        let draft = drafts[DraftKey(conversation: id, kind: kind)] ?? ""
        mode = .composing(Composer(kind, to: id, text: draft))
    }

    /// What the conversation's network takes.
    func terms(of id: Int64) -> ReplyTerms? {
        guard let channel = list.row(id)?.channel else { return nil }
        return directory?.channels.first { $0.channel == channel }
    }

    mutating func press(_ key: Key, in composer: Composer) -> [Effect] {
        var composer = composer
        if composer.typed != nil, key.code != .escape {
            composer.typed?.append(key)
            mode = .composing(composer)
            return []
        }
        switch ComposerKey.allCases.first(where: { $0.key == key }) {
        case .send: return send(composer, then: .pending)
        case .sendAndClose: return send(composer, then: .closed)
        case .sendAndStay: return send(composer, then: .open)
        case .editor: return [keep(composer), .edit(composer.draft, composer.field.text)]
        case .leave: return leave(composer)
        case nil: break
        }
        guard composer.field.take(key) else { return key == .control("c") ? leave(composer) : [] }
        mode = .composing(composer)
        return [keep(composer)]
    }

    /// Keeps the draft, so that nothing that ends the program ends it.
    mutating func keep(_ composer: Composer) -> Effect {
        let text = composer.isEmpty ? nil : composer.field.text
        drafts[composer.draft] = text
        return .keep(composer.draft, text)
    }

    private mutating func leave(_ composer: Composer) -> [Effect] {
        mode = .browsing
        if !composer.isEmpty { say("the draft is kept; \(composer.kind == .reply ? "r" : "N") goes on with it") }
        return [keep(composer)]
    }

    private mutating func send(_ composer: Composer, then state: Conversation.State) -> [Effect] {
        guard !composer.isEmpty else {
            say("there is nothing to send yet", .warning)
            return []
        }
        let kept = keep(composer)
        guard !connection.isLost else {
            say("offline: not sent, the draft is kept; send again when the server is back", .bad)
            return [kept]
        }
        mode = .browsing
        switch composer.kind {
        case .reply:
            let key = "screen-\(composer.conversation)-\(now.milliseconds)"
            let seen = thread.reading(composer.conversation)?.detail.history.last?.id
            let reply = ReplyCommand(text: composer.field.text, then: state, idempotencyKey: key, seen: seen)
            return [kept] + perform(.reply(reply), [composer.conversation])
        case .note:
            return [kept] + perform(.note(composer.field.text), [composer.conversation])
        }
    }

    /// The person's editor is closed.
    mutating func edited(_ key: DraftKey, _ text: String?) -> [Effect] {
        guard let text else {
            say("the editor ended with an error; the draft is as it was", .bad)
            return [.redraw]
        }
        let composer = Composer(key.kind, to: key.conversation, text: text)
        mode = .composing(composer)
        return [.redraw, keep(composer)]
    }
}

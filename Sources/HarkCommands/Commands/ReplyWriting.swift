import ArgumentParser
import HarkCore

/// Writes a reply and sends it. Until it has left it is a draft on this machine.
struct ReplyWriting {
    let session: Session
    let id: Conversation.ID
    let then: Conversation.State
    let key: String?
    /// Whether it is sent even if the conversation has changed since it was shown.
    let insists: Bool
    /// What it brings beside the text; not kept with a draft.
    var extras: ReplyExtras?

    /// Takes the text from the words, a canned text, or the person's editor, and sends it.
    func write(_ words: [String], canned: String?) async throws -> ExitStatus {
        let box = session.drafts
        var seen = box.seen(id)
        let text: String
        if let canned, words.isEmpty {
            text = try await session.desk.cannedText(canned, for: id).text
        } else if words.isEmpty {
            let detail = try await session.desk.conversation(id)
            seen = detail.history.last?.id
            text = try await edit(detail, box)
        } else {
            text = try await MessageText.read(words, in: session.surroundings) { "" }
        }
        let earlier = box.draft(of: id)
        var details = StoredDraft.Details(then: then, savedAt: session.now)
        // The same words once more are the same reply: it may have left although nobody said so.
        if let earlier, earlier.text == text { details.key = earlier.details.key }
        if let key { details.key = key }
        let draft = StoredDraft(conversation: id.rawValue, text: text, details: details)
        return try await send(draft, seen: insists ? nil : seen, box)
    }

    /// Sends a draft; it is kept when that fails.
    func send(_ draft: StoredDraft, seen: Int64?, _ box: DraftBox) async throws -> ExitStatus {
        var draft = draft
        do {
            // First on disk, then on the wire: a crash in between loses nothing.
            try box.save(draft)
        } catch {
            session.console.say("The draft cannot be kept on this machine (\(error)); sending it all the same.")
        }
        let command = ReplyCommand(
            text: draft.text,
            then: draft.details.then,
            idempotencyKey: draft.details.key,
            seen: seen,
            extras: extras
        )
        do {
            let summary = try await session.desk.reply(id, command)
            box.remove(id)
            let outcome = ActReport.Outcome(id: id.rawValue, conversation: summary)
            let report = ActReport(act: nil, what: "reply", outcomes: [outcome])
            return try ActOutcomes(session: session) { "reply queued; now \($0.state.rawValue)" }.tell([report])
        } catch let failure as Failure {
            draft.details.reason = failure.message
            try? box.save(draft)
            session.console.complain(failure, about: "#\(id)")
            session.console.say(
                "The draft is kept: `hark drafts send \(id)` sends it, `hark reply \(id)` goes on writing."
            )
            return ExitStatus(failure)
        }
    }

    /// The person's editor, on the draft that is there, with the thread below; the others see somebody replying meanwhile.
    private func edit(_ detail: ConversationDetail, _ box: DraftBox) async throws -> String {
        let surroundings = session.surroundings
        guard surroundings.inputIsTerminal && surroundings.screen.isTerminal else {
            throw ValidationError("no text: give it after the number, or - to read it from standard input")
        }
        let draft = Self.leftBehind(box, id, surroundings) ?? box.draft(of: id)?.text ?? ""
        let desk = session.desk
        let others = (try? await desk.present(.replying, at: id)) ?? []
        for other in others { session.console.say("@\(other.agent) is \(other.doing.rawValue) it, too.") }
        let heart = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .milliseconds(PresenceBoard.heartbeat.milliseconds))
                _ = try? await desk.present(.replying, at: id)
            }
        }
        defer { heart.cancel() }
        let page = draft + "\n" + MessageText.scissors + "\n" + Self.context(detail, session)
        let left = try await surroundings.editAside(page, at: box.editingPath(id))
        _ = try? await desk.present(nil, at: id)
        let text = MessageText.above(left)
        guard !text.isEmpty else {
            box.remove(id)
            throw CancellationError()
        }
        return text
    }

    /// What an editor wrote before it, or the terminal, was lost.
    private static func leftBehind(_ box: DraftBox, _ id: Conversation.ID, _ surroundings: Surroundings) -> String? {
        guard let text = try? surroundings.readFile(box.editingPath(id)) else { return nil }
        let words = MessageText.above(text)
        return words.isEmpty ? nil : words
    }

    /// The thread below the draft, so that the writer sees what they answer.
    private static func context(_ detail: ConversationDetail, _ session: Session) -> String {
        let style = Style(isTerminal: true, width: 80, hasColour: false, zone: session.surroundings.zone)
        let page = ConversationPage.render(detail, style: style, now: session.now)
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "#" : "# " + $0 }
        return "# Write the reply above this line; an empty one cancels.\n#\n" + lines.joined(separator: "\n") + "\n"
    }
}

/// Decides what another text for a reply changes: what must leave, and nothing else. Until the network has taken it, the
/// message shows what the customer reads; no clock minds it.
struct EditFiling {
    let conversation: Conversation
    let setup: Setup
    let actor: Event.Actor
    let now: Instant

    func queue(_ edit: EditCommand, key: String, ledger: any Ledger) throws -> Filing {
        let reply = try reply(edit.message, ledger)
        try ReplyCheck(setup: setup, conversation: conversation, now: now).check(edit: edit.text)
        guard let parent = reply.parent,
            let question = try ledger.message(channel: reply.channel, networkID: parent)
        else { throw Failure(.unprocessable, "message \(edit.message) answers nothing that is known; change it there") }
        let outgoing = OutgoingEdit(
            id: LocalDesk.freshKey(),
            messageID: reply.networkID,
            text: edit.text,
            target: .init(question, context: try ledger.replyContext(of: question.id))
        )
        var filing = Filing()
        filing.outbox = [
            OutboxItem(
                id: try ledger.reserveOutboxItem(),
                key: key,
                conversation: conversation.id,
                channel: reply.channel,
                content: .edit(outgoing, message: reply.id),
                nextAttemptAt: now + setup.configuration.replyHold,
                createdAt: now
            )
        ]
        filing.events = [
            Event(
                at: now,
                kind: .editQueued,
                conversation: conversation.id,
                actor: actor,
                data: ["message": String(reply.id.rawValue)]
            )
        ]
        return filing
    }

    /// The reply with a number, when it was written here and has left.
    private func reply(_ number: Int64, _ ledger: any Ledger) throws -> Message {
        guard let message = try ledger.message(.init(rawValue: number)), message.conversation == conversation.id,
            message.direction == .outbound, message.agent != nil
        else {
            throw Failure(
                .unprocessable,
                "message \(number) is no reply that was written here in conversation \(conversation.id)",
                problems: [.init(pointer: "/message", detail: "is no reply of ours")]
            )
        }
        switch message.status {
        case .sent, .delivered, .read: break
        case .queued:
            throw Failure(.conflict, "the reply has not left yet; take it back with `hark undo` and write it anew")
        case .received, .failed, .withdrawn, .unknown:
            throw Failure(.conflict, "the reply is \(message.status.rawValue); nobody can read it, so write it anew")
        }
        guard message.deletedAt == nil else { throw Failure(.conflict, "the reply was taken back; write it anew") }
        return message
    }
}

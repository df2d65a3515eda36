/// Who is looking, who is replying.
public protocol PresenceDesk: Sendable {
    /// Says that the caller is at a conversation, which is no longer unread then; nil says that they leave. Said again every
    /// ``PresenceBoard/heartbeat``, forgotten after ``PresenceBoard/patience``. Answers who else is there.
    func present(_ doing: Presence.Doing?, at id: Conversation.ID) async throws -> [Presence]
}

extension LocalDesk {
    /// Says that the caller is at a conversation, or leaves.
    public func present(_ doing: Presence.Doing?, at id: Conversation.ID) async throws -> [Presence] {
        let now = clock.now
        try await store.write { ledger in
            guard let conversation = try ledger.conversation(id) else { throw Self.unknown(id) }
            if doing != nil, conversation.isUnread {
                // A network's clock may run ahead of ours.
                try ledger.markRead(id, at: max(now, conversation.lastMessageAt))
            }
        }
        presence.note(agent, doing, at: id, now: now)
        return presence.present(at: id, now: now).filter { $0.agent != agent }
    }
}

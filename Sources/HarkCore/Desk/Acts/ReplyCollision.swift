/// Stops a reply to a conversation in which something happened since its writer looked.
struct ReplyCollision {
    let conversation: Conversation
    let actor: Event.Actor

    /// Throws `conflict` with what others did after the event that was seen last. A writer who saw none is not stopped.
    func check(_ seen: Int64?, ledger: any Ledger) throws {
        guard let seen else { return }
        let news = try ledger.events(of: conversation.id, after: seen).filter { $0.actor != actor && $0.actor != .hark }
        guard !news.isEmpty else { return }
        throw Failure(
            .conflict,
            "conversation \(conversation.id) has changed since you looked: "
                + news.map(\.inWords).reduce(into: []) { if $0.last != $1 { $0.append($1) } }.joined(separator: "; ")
                + ". Nothing was sent; look again and decide",
            problems: news.map { .init(pointer: "/events/\($0.id?.rawValue ?? 0)", detail: $0.inWords) }
        )
    }
}

extension Event {
    /// Who did what, for somebody whose work it crosses.
    var inWords: String {
        let who =
            switch actor {
            case .contact: "the customer"
            case .agent, .bot, .networkApp, .hark: actor.description
            }
        let deed =
            switch kind {
            case .messageReceived: "wrote"
            case .messageEdited: "changed a message"
            case .messageDeleted: "took a message back"
            case .replyQueued, .replyEchoed: "replied"
            case .editQueued: "changed a reply"
            case .noteAdded: "added a note"
            case .conversationAssigned: "assigned it to @" + (data["after"].flatMap { $0.isEmpty ? nil : $0 } ?? "none")
            case .conversationRouted: "gave it to " + (data["team"] ?? "another team")
            case .conversationState: "made it " + (data["after"] ?? "another state")
            case .conversationTagged: "changed its tags"
            default: kind.rawValue
            }
        return "\(who) \(deed)"
    }
}

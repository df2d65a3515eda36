import HarkCore

/// Who else is at the conversations, and where we said we are.
struct Company: Sendable {
    /// The others, by conversation, as the server last said.
    var others: [Int64: [Presence]] = [:]
    /// Where we said we are, what we do there, and when we said so.
    fileprivate var place: (conversation: Int64, doing: Presence.Doing, at: Instant)?
}

extension ScreenState {
    /// Says where we are: a second after coming there, and then so often that nobody takes us for gone.
    mutating func heartbeat() -> [Effect] {
        guard let id = list.cursor, !connection.isLost else { return [] }
        var doing = Presence.Doing.viewing
        if case .composing(let composer) = mode, composer.kind == .reply { doing = .replying }
        let known = company.place
        if let known, known.conversation == id, known.doing == doing, now - known.at < PresenceBoard.heartbeat {
            return []
        }
        company.place = (id, doing, now)
        let left = known.map(\.conversation).flatMap { $0 == id ? nil : $0 }
        if let left { company.others[left] = nil }
        return [.present(doing, id, leaving: left)]
    }

    /// Who else is at a conversation, in words.
    func othersText(_ id: Int64) -> String {
        (company.others[id] ?? []).map { "@\($0.agent) " + ($0.doing == .replying ? "is replying" : "is reading") }
            .joined(separator: ", ")
    }
}

public import HarkCore

extension RemoteDesk {
    /// A conversation's clocks, line by line.
    public func serviceLevel(of id: Conversation.ID) async throws -> ServiceLevelLedgerView {
        try await api.get(["conversations", id.description, "sla"])
    }

    /// What a change would do to open deadlines, without changing anything.
    public func whatIf(_ change: WhatIf) async throws -> WhatIfReport {
        try await api.send("POST", ["sla", "what-if"], change, patience: .slow)
    }

    /// What will breach within a span, earliest first.
    public func radar(within: Span) async throws -> [RadarEntry] {
        let seconds = String(max(within.milliseconds / 1000, 1))
        let answer: RadarAnswer = try await api.get(["radar"], ["within_seconds": seconds])
        return answer.data
    }
}

private struct RadarAnswer: Decodable {
    var data: [RadarEntry]
}

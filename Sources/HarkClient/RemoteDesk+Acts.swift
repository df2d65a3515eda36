public import HarkCore

/// Acts, over REST.
extension RemoteDesk {
    /// Does the same with each conversation, in one act.
    public func act(_ command: ActCommand) async throws -> ActReport {
        try await api.send("POST", ["acts"], command, patience: .slow)
    }

    /// What people did, newest first.
    public func history(before: Int64?, limit: Int) async throws -> [ActView] {
        let answer: Listing<ActView> = try await api.get(
            ["acts"],
            ["before": before.map(String.init), "limit": String(limit)]
        )
        return answer.data
    }

    /// Takes an act back; without a number one's own last one.
    public func undo(_ act: Int64?) async throws -> ActReport {
        try await api.send("POST", ["acts", "undo"], ["act": act], patience: .slow)
    }

    /// Gives the worst conversation that matches and has no owner to the caller.
    public func takeNext(_ query: String) async throws -> ConversationSummary? {
        struct Place: Decodable {
            var conversation: ConversationSummary?
        }
        let place: Place = try await api.send("POST", ["next"], ["q": query])
        return place.conversation
    }
}

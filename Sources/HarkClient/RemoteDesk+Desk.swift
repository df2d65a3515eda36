public import HarkCore

/// Views, canned texts, macros, who is there, and the people who write, over REST.
extension RemoteDesk {
    /// The caller's own views and those that others share.
    public func views() async throws -> [SavedView] {
        let answer: Listing<SavedView> = try await api.get(["views"])
        return answer.data
    }

    /// Keeps a view under the caller's name.
    public func saveView(_ command: SaveViewCommand) async throws -> SavedView {
        struct Body: Encodable {
            var query: String
            var shared: Bool
        }
        let body = Body(query: command.query, shared: command.isShared)
        return try await api.send("PUT", ["views", command.name], body)
    }

    /// Removes one of the caller's own views.
    public func removeView(_ name: String) async throws {
        try await api.perform(api.request("DELETE", ["views", name]))
    }

    /// Every canned text.
    public func cannedTexts() async throws -> [CannedTextView] {
        let answer: Listing<CannedTextView> = try await api.get(["canned"])
        return answer.data
    }

    /// A canned text with its placeholders filled in.
    public func cannedText(_ name: String, for id: Conversation.ID) async throws -> CannedTextView {
        try await api.get(["conversations", id.description, "canned", name])
    }

    /// Every macro.
    public func macros() async throws -> [MacroView] {
        let answer: Listing<MacroView> = try await api.get(["macros"])
        return answer.data
    }

    /// What a macro would do to each conversation.
    public func previewMacro(_ name: String, on ids: [Conversation.ID]) async throws -> [MacroPreview] {
        let answer: Listing<MacroPreview> = try await api.send(
            "POST",
            ["macros", name, "preview"],
            ["ids": ids.map(\.rawValue)]
        )
        return answer.data
    }

    /// Carries a macro out on every conversation or on none.
    public func runMacro(_ name: String, on ids: [Conversation.ID]) async throws -> ActReport {
        try await api.send("POST", ["macros", name], ["ids": ids.map(\.rawValue)], patience: .slow)
    }

    /// Says that the caller is at a conversation, or leaves.
    public func present(_ doing: Presence.Doing?, at id: Conversation.ID) async throws -> [Presence] {
        let answer: Listing<Presence> = try await api.send(
            "POST",
            ["conversations", id.description, "presence"],
            ["doing": doing]
        )
        return answer.data
    }

    /// The customer of a conversation, with their other conversations.
    public func contact(of id: Conversation.ID) async throws -> ContactDetail {
        try await api.get(["conversations", id.description, "contact"])
    }
}

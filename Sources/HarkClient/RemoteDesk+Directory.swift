public import HarkCore

extension RemoteDesk {
    /// Whom things can be given to, which tags the rules use, what each channel's network takes, and who asks.
    public func directory() async throws -> Directory { try await api.get(["directory"]) }
}

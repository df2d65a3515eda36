/// The desk's answer to “who and what is there to choose from”.
public protocol DirectoryDesk: Sendable {
    /// Whom things can be given to, which tags the rules use, what each channel's network takes, and who asks.
    func directory() async throws -> Directory
}

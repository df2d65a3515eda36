/// Deeds on many conversations at once, their history, and taking them back.
public protocol ActsDesk: Sendable {
    /// Does the same with each conversation, in one act. A conversation that refuses does not stop the others, unless the
    /// command is all or nothing: then it throws, and nothing has changed.
    func act(_ command: ActCommand) async throws -> ActReport

    /// What people did, newest first, before an act's number.
    func history(before: Int64?, limit: Int) async throws -> [ActView]

    /// Takes an act back; without a number one's own last act that was not taken back yet. What somebody changed since then
    /// stays as they left it, and its outcome says so.
    func undo(_ act: Int64?) async throws -> ActReport

    /// Gives the worst conversation that matches and has no owner to the caller; nil when there is none.
    func takeNext(_ query: String) async throws -> ConversationSummary?
}

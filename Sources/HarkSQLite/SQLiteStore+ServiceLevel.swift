public import HarkCore
import GRDB

/// What clocks ask of the store.
extension SQLiteStore {
    /// A value the service keeps for itself.
    public func setting(_ name: String) async throws -> String? {
        try await read { try OpenClocks.setting(name, $0) }
    }

    /// Conversations after a number that have clocks running or paused, in order.
    public func openCases(after: Conversation.ID, limit: Int) async throws -> [OpenCase] {
        try await read { try OpenClocks.cases(after: after, limit: limit, $0) }
    }

    /// Running clocks that are due until an instant, earliest first.
    public func deadlines(until: Instant, limit: Int) async throws -> [Deadline] {
        try await read { try OpenClocks.deadlines(until: until, limit: limit, $0) }
    }
}

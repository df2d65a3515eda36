import HarkCore

extension BrokenStore {
    func alerts(all: Bool, before: Int64?, limit: Int) async throws -> [Alert] { throw Self.failure }
    func failedMails(limit: Int) async throws -> [OutboxItem] { throw Self.failure }
    func silences(at now: Instant) async throws -> [Silence] { throw Self.failure }
    func nextAlert() async throws -> Instant? { throw Self.failure }
    func complaints() async throws -> [String] { throw Self.failure }
}

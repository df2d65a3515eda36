/// What is read about alerts, outside of decisions.
public protocol AlertsStore: Sendable {
    /// Alerts that are not over, newest first; with `all` the others too. Those with a lower number than `before`.
    func alerts(all: Bool, before: Int64?, limit: Int) async throws -> [Alert]
    /// Mails that were given up, newest first.
    func failedMails(limit: Int) async throws -> [OutboxItem]
    /// Silences that have not ended.
    func silences(at now: Instant) async throws -> [Silence]
    /// The next instant at which an alert must be looked at.
    func nextAlert() async throws -> Instant?
    /// What is wrong with the database file itself; empty when nothing is.
    func complaints() async throws -> [String]
}

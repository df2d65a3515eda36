/// What the desk says about the past.
public protocol ReportDesk: Sendable {
    /// How the team did in a stretch of time up to now.
    func report(_ request: ReportRequest) async throws -> ServiceReport
}

extension LocalDesk {
    /// How the team did in a stretch of time up to now; days and hours are those of the default team.
    public func report(_ request: ReportRequest) async throws -> ServiceReport {
        let (now, configuration) = (clock.now, running.setup.configuration)
        let since = now - request.span
        let calendar = configuration.team(configuration.routing.defaultTeam)?.calendar
        let making = ReportMaking(
            request: request,
            facts: try await store.reportFacts(since: since, until: now),
            since: since,
            until: now,
            zone: calendar?.timeZone ?? "UTC",
            spikeSettings: configuration.alerts.spikes ?? .init()
        )
        return making.report()
    }
}

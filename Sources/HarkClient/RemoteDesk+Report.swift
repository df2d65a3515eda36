public import HarkCore

extension RemoteDesk {
    /// How the team did in a stretch of time up to now.
    public func report(_ request: ReportRequest) async throws -> ServiceReport {
        try await api.get(
            ["report"],
            [
                "since_seconds": String(max(request.span.milliseconds / 1000, 1)), "by": request.by.rawValue,
                "explain": request.explain?.rawValue, "skip": request.skip == 0 ? nil : String(request.skip),
            ]
        )
    }
}

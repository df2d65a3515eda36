public import HarkCore

/// Alerts, their mails and silences, over REST.
extension RemoteDesk {
    /// Alerts, newest first.
    public func alerts(_ request: AlertsRequest) async throws -> AlertsPage {
        let all = request.all ? "true" : nil
        return try await api.get(["alerts"], ["all": all, "limit": String(request.limit), "cursor": request.cursor])
    }

    /// Says that somebody takes care of an alert.
    public func acknowledge(_ id: Alert.ID) async throws -> AlertView {
        try await api.exchange(api.request("POST", ["alerts", id.description, "acknowledge"]))
    }

    /// Mails that were given up.
    public func failedAlerts() async throws -> [FailedMail] {
        let answer: Listing<FailedMail> = try await api.get(["alerts", "failed"])
        return answer.data
    }

    /// Lets mails that were given up be tried again.
    public func retryAlerts(_ ids: [Int64]) async throws -> [FailedMail] {
        let answer: Listing<FailedMail> = try await api.send("POST", ["alerts", "retry"], ["ids": ids])
        return answer.data
    }

    /// Silences that have not ended.
    public func silences() async throws -> [Silence] {
        let answer: Listing<Silence> = try await api.get(["silences"])
        return answer.data
    }

    /// Keeps alerts from being mailed for a while.
    public func silence(_ command: SilenceCommand) async throws -> Silence {
        try await api.send("POST", ["silences"], command)
    }

    /// Ends a silence now.
    public func endSilence(_ id: Int64) async throws -> Silence {
        try await api.exchange(api.request("DELETE", ["silences", String(id)]))
    }

    /// Looks at everything that can be wrong.
    public func doctor() async throws -> [DoctorCheck] {
        var request = api.request("GET", ["doctor"])
        request.timeout = API.Patience.slow.span
        let answer: Listing<DoctorCheck> = try await api.exchange(request)
        return answer.data
    }
}

/// The use cases of alerts: who is told, who takes care, what did not leave, what is wrong.
public protocol AlertsDesk: Sendable {
    /// Alerts, newest first.
    func alerts(_ request: AlertsRequest) async throws -> AlertsPage

    /// Says that somebody takes care of an alert; its ladder rests for a while.
    func acknowledge(_ id: Alert.ID) async throws -> AlertView

    /// Mails that were given up, newest first.
    func failedAlerts() async throws -> [FailedMail]

    /// Lets mails that were given up be tried again; all of them when no number is given.
    func retryAlerts(_ ids: [Int64]) async throws -> [FailedMail]

    /// Silences that have not ended.
    func silences() async throws -> [Silence]

    /// Keeps alerts from being mailed for a while.
    func silence(_ command: SilenceCommand) async throws -> Silence

    /// Ends a silence now.
    func endSilence(_ id: Int64) async throws -> Silence

    /// Looks at everything that can be wrong and says what to do.
    func doctor() async throws -> [DoctorCheck]
}

public import HarkCore
import Testing

/// What every desk must do about alerts, on the store itself or over REST.
public struct AlertsContract: Sendable {
    private let desk: any Desk
    private let clock: TestClock

    /// A contract over the desk of the agent `ana`; the service's mail server is out of reach.
    public init(_ desk: any Desk, clock: TestClock) {
        self.desk = desk
        self.clock = clock
    }

    /// Every duty, one after the other.
    public func all() async throws {
        try await silencesAreKeptUntilTheyEnd()
        try await unknownNumbersAreNotFound()
        try await theDoctorNamesWhatItLookedAt()
    }

    private func silencesAreKeptUntilTheyEnd() async throws {
        let scope = Silence.Scope(team: "support", level: 2)
        let command = SilenceCommand(scope: scope, endsAt: clock.now + .hours(2), reason: "maintenance")
        let made = try await desk.silence(command)
        #expect(made.by == "@ana" && made.scope == scope)
        #expect(try await desk.silences() == [made])
        #expect(try await desk.endSilence(made.id).endsAt == clock.now)
        #expect(try await desk.silences() == [])
        let endless = SilenceCommand(scope: .init(), endsAt: clock.now - .hours(1), reason: "past")
        #expect(await code { _ = try await desk.silence(endless) } == .unprocessable)
    }

    private func unknownNumbersAreNotFound() async throws {
        #expect(await code { _ = try await desk.acknowledge(.init(rawValue: 999)) } == .notFound)
        #expect(await code { _ = try await desk.endSilence(999) } == .notFound)
        #expect(await code { _ = try await desk.retryAlerts([999]) } == .notFound)
        #expect(try await desk.retryAlerts([]) == [])
        #expect(try await desk.failedAlerts() == [])
        #expect(try await desk.alerts(AlertsRequest(all: true, limit: 1)).data.count <= 1)
    }

    private func theDoctorNamesWhatItLookedAt() async throws {
        let checks = try await desk.doctor()
        for name in ["store", "dead letters", "outbox", "deliveries"] {
            #expect(checks.first { $0.name == name }?.ok == true, "\(name)")
        }
        #expect(checks.first { $0.name == "mail" }?.ok == false)
        #expect(checks.filter { !$0.ok }.allSatisfy { $0.remedy != nil })
    }

    private func code(_ work: () async throws -> Void) async -> Failure.Code? {
        do {
            try await work()
            return nil
        } catch {
            return (error as? Failure)?.code
        }
    }
}

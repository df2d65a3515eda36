/// Stands in until the service level is merged: whoever adds `ServiceLevel` deletes this file.
public struct ClockChanges: Sendable { var clocks: [Clock] = []; var events: [Event] = [] }
public struct PendingAlert: Sendable {
    var level: Int; var reason: AlertMail.Reason; var recipients: [Escalation.Recipient]
}
public struct ServiceLevel: Sendable {
    init(policies: [ServicePolicy], teams: [Team]) {}
    func policy(for subject: QuerySubject, at now: Instant) -> ServicePolicy? { nil }
    func onCustomerMessage(
        _ conversation: Conversation,
        policy: ServicePolicy?,
        active: [Clock],
        hadFirstResponse: Bool,
        spokenAt: Instant,
        now: Instant,
        reserve: () throws -> Clock.ID
    ) rethrows -> ClockChanges { ClockChanges() }
    func onReply(active: [Clock], at: Instant) -> ClockChanges { ClockChanges() }
    func onState(
        _ state: Conversation.State,
        conversation: Conversation,
        active: [Clock],
        at: Instant,
        reserve: () throws -> Clock.ID
    ) rethrows -> ClockChanges { ClockChanges() }
    func onTeamChange(_ conversation: Conversation, policy: (Clock) -> ServicePolicy?, active: [Clock], at: Instant)
        -> ClockChanges
    { ClockChanges() }
    func wake(_ clock: Clock, conversation: Conversation, policy: ServicePolicy?, at now: Instant) -> (
        changes: ClockChanges, alerts: [PendingAlert]
    ) { (ClockChanges(), []) }
    static func dueAt(of clocks: [Clock]) -> Instant? { nil }
    static func recipients(of: [Escalation.Recipient], conversation: Conversation, team: Team?) -> [String] { [] }
}

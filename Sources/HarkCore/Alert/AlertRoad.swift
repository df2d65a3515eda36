/// The one road from a cause to a mail, inside the transaction of the cause: alert, notices, outbox rows, events.
struct AlertRoad {
    let setup: Setup
    let now: Instant
    let ledger: any Ledger

    /// A clock has reached steps of its ladder.
    func raise(_ reached: [PendingAlert], for conversation: Conversation) throws {
        guard let last = reached.last else { return }
        let key = "clock:\(last.clock.id.rawValue)"
        var alert = try ledger.openAlert(key: key) ?? opened(key, last.clock, conversation)
        alert.team = conversation.team
        alert.policy = last.clock.policy
        alert.level = last.level
        alert.reason = last.step.reason
        alert.dueAt = last.clock.dueAt
        let steps = reached.filter { !alert.isStopped(for: $0.step, at: now) }.map {
            Rung(level: $0.level, step: $0.step)
        }
        try tell(&alert, steps, conversation)
    }

    /// Something else has happened. While its alert is open, only the particulars change.
    func raise(_ occasion: AlertOccasion) throws {
        if var known = try ledger.openAlert(key: occasion.key) {
            guard known.detail != occasion.detail else { return }
            known.detail = occasion.detail
            return try ledger.save(known)
        }
        var alert = Alert(
            id: try ledger.reserveAlert(),
            key: occasion.key,
            cause: occasion.cause,
            team: occasion.team,
            channel: occasion.channel,
            detail: occasion.detail,
            level: 1,
            reason: .breach,
            raisedAt: now
        )
        try tell(&alert, [Rung(level: 1, step: setup.configuration.step(1, of: alert))], nil)
    }

    /// What an alert was about is over.
    func resolve(key: String) throws {
        guard var alert = try ledger.openAlert(key: key) else { return }
        alert.resolvedAt = now
        alert.wakesAt = nil
        try ledger.save(alert)
    }

    /// Tells steps, each address once and at the highest step that names it, and sets when to look again.
    func tell(_ alert: inout Alert, _ rungs: [Rung], _ conversation: Conversation?) throws {
        let post = AlertPost(alert: alert, conversation: conversation, road: self)
        var told: Set<String> = []
        var awake: Instant?
        var events: [Event] = []
        for rung in rungs.reversed() {
            let outcome = try post.send(rung, except: told)
            told.formUnion(outcome.recipients.map { $0.lowercased() })
            awake = [awake, outcome.silencedUntil].compactMap(\.self).min()
            events.insert(outcome.event, at: 0)
        }
        alert.told = max(alert.told, rungs.last?.level ?? 0)
        alert.wakesAt = awake ?? rest(of: alert)
        try ledger.save(alert)
        var filing = Filing()
        filing.events = events
        try ledger.apply(filing)
    }

    /// When to look at an alert again if nothing happens: a breach is told again, and so is what says so itself.
    func rest(of alert: Alert) -> Instant? {
        if let stop = alert.stop, now < stop.until { return stop.until }
        let step = setup.configuration.step(alert.level, of: alert)
        let settings = setup.configuration.alerts
        if alert.cause == .spike {
            // An hour passes by itself; once it has cooled down the next may be told.
            let end = alert.raisedAt + (settings.spikes?.coolDown ?? .zero)
            return step.repeats.map { min(now + $0, end) } ?? end
        }
        let usual = step.reason == .breach ? settings.repeatInterval : nil
        return (step.repeats ?? usual).map { now + $0 }
    }

    private func opened(_ key: String, _ clock: Clock, _ conversation: Conversation) throws -> Alert {
        Alert(
            id: try ledger.reserveAlert(),
            key: key,
            cause: .promise,
            team: conversation.team,
            conversation: conversation.id,
            clock: clock.id,
            metric: clock.metric,
            reason: .warning,
            raisedAt: now
        )
    }
}

/// A step with its place on the ladder.
struct Rung {
    var level: Int
    var step: Escalation
}

/// Something to be told that is no clock.
public struct AlertOccasion: Sendable, Hashable {
    /// What there is one open alert of.
    public var key: String
    /// What it is about.
    public var cause: Alert.Cause
    /// The team that is told.
    public var team: String
    /// The channel, for what is about one.
    public var channel: Channel.ID?
    /// The particulars in one line.
    public var detail: String

    /// A channel that works no more, or says nothing although it should; the default team is told.
    public static func channel(_ id: Channel.ID, _ cause: Alert.Cause, detail: String, team: String) -> AlertOccasion {
        AlertOccasion(key: key(cause, id.rawValue), cause: cause, team: team, channel: id, detail: detail)
    }

    /// A team's queue that nobody looks after.
    public static func queue(_ team: String, detail: String) -> AlertOccasion {
        AlertOccasion(key: key(.queueUnattended, team), cause: .queueUnattended, team: team, detail: detail)
    }

    /// What there is one open alert of.
    public static func key(_ cause: Alert.Cause, _ name: String) -> String { cause.rawValue + ":" + name }
}

extension Ledger {
    /// Tells people of something, inside the transaction that found it out.
    public func raise(_ occasion: AlertOccasion, setup: Setup, at now: Instant) throws {
        try AlertRoad(setup: setup, now: now, ledger: self).raise(occasion)
    }

    /// Notes that what an alert was about is over.
    public func resolveAlert(key: String, setup: Setup, at now: Instant) throws {
        try AlertRoad(setup: setup, now: now, ledger: self).resolve(key: key)
    }
}

extension Configuration {
    /// The ladder of an alert or a clock: its policy's, or else its team's.
    func ladder(policy: String?, team: String) -> [Escalation] {
        let own = policy.flatMap { self.policy($0)?.escalations } ?? []
        return own.isEmpty ? self.team(team)?.ladder ?? [] : own
    }

    /// A step of an alert's ladder, from 1; what the ladder no longer holds goes to the leads.
    func step(_ level: Int, of alert: Alert) -> Escalation {
        switch alert.cause {
        case .promise:
            let ladder = ladder(policy: alert.policy, team: alert.team)
            return ladder.indices.contains(level - 1) ? ladder[level - 1] : AlertSettings.step
        case .channelUnhealthy, .channelSilent: return alerts.channels
        case .queueUnattended: return alerts.unattended?.step ?? AlertSettings.step
        case .spike: return alerts.spikes?.step ?? AlertSettings.step
        }
    }
}

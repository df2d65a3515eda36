import HarkCore

/// Weekdays nine to five, closed on Wednesday the 25th.
let weekdays = BusinessCalendar(
    timeZone: "UTC",
    hours: [
        .monday: [32_400..<61_200], .tuesday: [32_400..<61_200], .wednesday: [32_400..<61_200],
        .thursday: [32_400..<61_200], .friday: [32_400..<61_200],
    ],
    holidays: [.init(year: 2026, month: 11, day: 25)]
)

let support = Team(
    name: "support",
    members: [
        Agent(name: "kim", email: "kim@acme.example"), Agent(name: "lee", email: "lee@acme.example", isLead: true),
        Agent(name: "bot", email: nil),
    ],
    email: ["support@acme.example"],
    calendar: weekdays
)

let nightShift = Team(
    name: "night",
    members: [Agent(name: "noor", email: "noor@acme.example")],
    email: [],
    calendar: .always
)

/// An hour for a first response, two for a next one, eight for the resolution; a quarter of that when it is critical.
let standard = ServicePolicy(
    name: "standard",
    text: "",
    query: .all,
    targets: Dictionary(
        uniqueKeysWithValues: Urgency.Level.allCases.flatMap {
            level -> [(ServicePolicy.TargetKey, ServicePolicy.Target)] in
            let share: Int64 = level == .critical ? 4 : 1
            return [
                (.init(.firstResponse, level), .init(span: .minutes(60 / share), hours: .business)),
                (.init(.nextResponse, level), .init(span: .minutes(120 / share), hours: .business)),
                (.init(.resolution, level), .init(span: .minutes(480 / share), hours: .business)),
            ]
        }
    ),
    escalations: [
        .init(point: .used(percent: 75), recipients: [.assignee]),
        .init(point: .breached(after: .zero), recipients: [.team]),
        .init(point: .breached(after: .minutes(30)), recipients: [.leads, .address("boss@acme.example")]),
    ],
    source: "sla.yaml:1"
)

/// Plays a conversation's clocks the way intake, desk and timekeeper do.
struct Play {
    var levels = ServiceLevel(policies: [standard], teams: [support, nightShift])
    var conversation = HarkCoreTests.conversation()
    var policy: ServicePolicy? = standard
    private(set) var active: [Clock] = []
    private(set) var all: [Clock.ID: Clock] = [:]
    private(set) var events: [Event] = []
    private var lastID: Int64 = 0

    mutating func customerSpeaks(_ text: String, replyWindow: Span? = nil) {
        var id = lastID
        let previous = clock(.resolution)
        take(
            levels.onCustomerMessage(
                conversation,
                policy: policy,
                active: active,
                hadFirstResponse: all.values.contains { $0.metric == .firstResponse },
                spokenAt: at(text),
                now: at(text),
                replyWindow: replyWindow,
                previous: { previous }
            ) {
                id += 1
                return Clock.ID(rawValue: id)
            }
        )
        lastID = id
    }

    mutating func weReply(_ text: String) {
        var id = lastID
        take(
            levels.onReply(conversation, policy: policy, active: active, at: at(text)) {
                id += 1
                return Clock.ID(rawValue: id)
            }
        )
        lastID = id
    }

    mutating func becomes(_ state: Conversation.State, _ text: String) {
        conversation.state = state
        var id = lastID
        let previous = clock(.resolution)
        take(
            levels.onState(
                state,
                conversation: conversation,
                active: active,
                at: at(text),
                subject: { [conversation] in QuerySubject(conversation: conversation, author: nil, texts: []) },
                previous: { previous }
            ) {
                id += 1
                return Clock.ID(rawValue: id)
            }
        )
        lastID = id
    }

    mutating func isMoved(to team: String, _ text: String) {
        conversation.team = team
        take(levels.onTeamChange(conversation, policy: { [policy] _ in policy }, active: active, at: at(text)))
    }

    /// Wakes every clock that is due to wake, and returns who is told: metric, level, reason.
    mutating func timeIs(_ text: String) -> [String] {
        active.filter { $0.wakesAt.map { $0 <= at(text) } ?? false }.flatMap { clock in
            let (changes, alerts) = levels.wake(clock, conversation: conversation, policy: policy, at: at(text))
            take(changes)
            return alerts.map { "\($0.clock.metric.rawValue) \($0.level) \($0.reason.rawValue)" }
        }
    }

    func clock(_ metric: Clock.Metric) -> Clock? {
        all.values.filter { $0.metric == metric }.max { $0.id.rawValue < $1.id.rawValue }
    }

    func said(_ metric: Clock.Metric) -> [String] {
        events.filter { $0.data["metric"] == metric.rawValue }.map {
            String($0.kind.rawValue.dropFirst("clock.".count))
        }
    }

    private mutating func take(_ changes: ClockChanges) {
        for clock in changes.clocks { all[clock.id] = clock }
        events += changes.events
        active = changes.applied(to: active)
    }
}

/// How alerts travel, from `alerts:` in `hark.yaml`; the defaults of grouping are those of Alertmanager.
public struct AlertSettings: Sendable, Hashable {
    /// How long the first alert of a group waits for others; zero: nothing is grouped, every alert leaves at once.
    public var groupWait = Span.seconds(30)
    /// The least time between two mails of a group.
    public var groupInterval = Span.minutes(5)
    /// How often a breach that nobody takes care of is told again.
    public var repeatInterval = Span.hours(4)
    /// How long an acknowledgement holds before the ladder is armed again.
    public var acknowledgedFor = Span.hours(1)
    /// Who is told of a channel that works no more, or is silent.
    public var channels = AlertSettings.step
    /// When a queue counts as unattended; nil: never.
    public var unattended: Unattended?
    /// When a rise of mentions is told; nil: never.
    public var spikes: Spikes?

    /// A queue whose conversations nobody takes.
    public struct Unattended: Sendable, Hashable {
        /// How much of the team's working time the oldest conversation without an owner may wait.
        public var after: Span
        /// Who is told.
        public var step: Escalation

        /// A queue whose conversations nobody takes.
        public init(after: Span, step: Escalation = AlertSettings.step) {
            self.after = after
            self.step = step
        }
    }

    /// A rise of mentions over the same hour of other weeks.
    public struct Spikes: Sendable, Hashable {
        /// Fewer messages in an hour than this are never a spike.
        public var minimum = 20
        /// How many times the usual deviation above the usual count it must be.
        public var deviations = 6
        /// How long a channel is left alone after its spike was told.
        public var coolDown = Span.hours(6)
        /// Who is told.
        public var step = AlertSettings.step

        /// The usual spike.
        public init() {}
    }

    /// To the leads, when it has happened.
    public static let step = Escalation(point: .breached(after: .zero), recipients: [.leads])

    /// The usual settings.
    public init() {}
}

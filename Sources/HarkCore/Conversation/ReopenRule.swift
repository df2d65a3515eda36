/// What becomes of a closed conversation when its customer speaks again; each channel has its own rule.
public struct ReopenRule: Sendable, Hashable {
    /// When the old conversation goes on. Otherwise a new one begins and the old one stays as it is.
    public enum Time: Sendable, Hashable {
        /// However long ago it was closed.
        case always
        /// Not at all: what was closed stays closed.
        case never
        /// Not longer than a span after it was closed.
        case within(Span)
    }

    /// What becomes of the agent who had it.
    public enum Owner: String, Sendable, CaseIterable {
        /// They have it again, unless they are away.
        case keep
        /// Nobody has it; whoever has room may take it.
        case clear
    }

    /// When the old conversation goes on.
    public var time: Time
    /// What becomes of the agent who had it.
    public var owner: Owner

    /// What becomes of a closed conversation when its customer speaks again.
    public init(_ time: Time = .always, owner: Owner = .keep) {
        self.time = time
        self.owner = owner
    }

    /// Whether a conversation that was closed at an instant goes on with what was said at another.
    func isOpenAgain(closedAt: Instant?, saidAt: Instant) -> Bool {
        switch time {
        case .always: true
        case .never: false
        case .within(let span): closedAt.map { saidAt - $0 <= span } ?? true
        }
    }
}

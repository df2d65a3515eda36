import HarkCore

/// How one part of a channel fares: a feed, its webhook, its replies.
struct Condition: Sendable, Hashable {
    var state: ChannelHealth.State
    /// Why it does not work, and what to do.
    var reason: String?

    static let healthy = Condition(state: .healthy, reason: nil)

    /// It failed and is being tried again.
    static func failing(_ reason: String) -> Condition { Condition(state: .failing, reason: reason) }

    /// It will not work again without a person.
    static func unhealthy(_ reason: String) -> Condition { Condition(state: .unhealthy, reason: reason) }

    /// What a provider's refusal says of the channel.
    init(_ failure: ConnectorFailure) {
        switch failure {
        case .rateLimited(_, let reason): self = .failing("rate limited: \(reason)")
        case .unavailable, .unreadable: self = .failing(failure.description)
        case .reauthorise, .forbidden, .notFound, .rejected, .misconfigured: self = .unhealthy(failure.description)
        }
    }

    private init(state: ChannelHealth.State, reason: String?) {
        self.state = state
        self.reason = reason
    }

    /// How bad it is, for choosing the worst.
    var rank: Int {
        switch state {
        case .unknown: 0
        case .healthy: 1
        case .failing: 2
        case .unhealthy: 3
        }
    }
}

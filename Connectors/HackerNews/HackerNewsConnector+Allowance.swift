public import HarkCore

extension HackerNewsConnector: MeteredConnector {
    /// What the search is said to allow an address in an hour, by half: it does not say what is left.
    public func allowance(of channel: Channel) -> Allowance { Allowance(5_000, per: .hours(1)) }

    /// Every search is one.
    public func cost(of request: HTTPRequest) -> Double { 1 }
}

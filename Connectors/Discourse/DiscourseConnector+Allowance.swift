public import HarkCore

extension DiscourseConnector: MeteredConnector {
    /// Sixty calls a minute as forums are shipped; they say so only when it is too late.
    public func allowance(of channel: Channel) -> Allowance { Allowance(60, per: .minutes(1)) }

    /// Every call is one.
    public func cost(of request: HTTPRequest) -> Double { 1 }
}

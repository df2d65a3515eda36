public import HarkCore

extension YouTubeConnector: MeteredConnector, RenewingConnector {
    /// The project's units in a day; Google's answers do not say what is left.
    public func allowance(of channel: Channel) -> Allowance {
        Allowance(channel.settings["quota"].flatMap { Double($0) } ?? 10_000, per: .days(1))
    }

    /// One unit to read, fifty to write.
    public func cost(of request: HTTPRequest) -> Double { request.method == "GET" ? 1 : 50 }

    /// A fresh access token from the refresh token.
    public func renewal(of channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        guard let refresh = channel.secrets["refresh_token"] else { return nil }
        // Tokens come from another host than everything else; a server of one's own answers both.
        let origin = channel.server == nil ? "https://oauth2.googleapis.com" : try channel.origin()
        return HTTPRequest(
            url: origin + "/token",
            form: QueryText([
                "grant_type": "refresh_token", "refresh_token": refresh.reveal(),
                "client_id": try channel.secret("client_id").reveal(),
                "client_secret": try channel.secret("client_secret").reveal(),
            ])
        )
    }

    /// The fresh token.
    public func renewed(
        _ response: HTTPResponse,
        channel: Channel,
        now: Instant
    ) throws(ConnectorFailure) -> Grant {
        try TokenAnswer.grant(in: response, now: now)
    }
}

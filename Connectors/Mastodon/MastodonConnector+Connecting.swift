public import HarkCore

extension MastodonConnector: ConnectingConnector {
    private static let scopes = "read:notifications read:statuses read:accounts write:statuses"
    /// The server shows the code for the owner to copy.
    private static let landing = "urn:ietf:wg:oauth:2.0:oob"

    /// Makes us known to the server; every server keeps its own list of applications.
    public func registration(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        guard channel.secrets["client_id"] == nil else { return nil }
        return HTTPRequest(
            url: try channel.origin() + "/api/v1/apps",
            form: QueryText(["client_name": "Hark", "redirect_uris": Self.landing, "scopes": Self.scopes])
        )
    }

    /// The page on which the account's owner allows us.
    public func consent(_ channel: Channel, proof: ConsentProof) throws(ConnectorFailure) -> String {
        let query = QueryText([
            "response_type": "code", "client_id": try channel.secret("client_id").reveal(),
            "redirect_uri": Self.landing, "scope": Self.scopes, "state": proof.state,
            "code_challenge": proof.challenge, "code_challenge_method": "S256",
        ])
        return "\(try channel.origin())/oauth/authorize?\(query)"
    }

    /// The owner's code for a token, which does not end.
    public func exchange(
        _ code: String,
        proof: ConsentProof,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        HTTPRequest(
            url: try channel.origin() + "/oauth/token",
            form: QueryText([
                "grant_type": "authorization_code", "code": code, "redirect_uri": Self.landing,
                "client_id": try channel.secret("client_id").reveal(),
                "client_secret": try channel.secret("client_secret").reveal(), "code_verifier": proof.verifier,
            ])
        )
    }

    /// The token, or the application's id and secret.
    public func granted(
        _ response: HTTPResponse,
        channel: Channel,
        now: Instant
    ) throws(ConnectorFailure) -> Grant {
        try TokenAnswer.grant(in: response, now: now)
    }
}

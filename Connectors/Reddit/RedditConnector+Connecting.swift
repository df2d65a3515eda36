import Foundation
public import HarkCore

extension RedditConnector: RenewingConnector, ConnectingConnector {
    private static let scopes = "identity read submit privatemessages modmail"

    /// A fresh access token from the refresh token.
    public func renewal(of channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        guard let refresh = channel.secrets["refresh_token"] else { return nil }
        return try tokens(["grant_type": "refresh_token", "refresh_token": refresh.reveal()], channel)
    }

    /// The fresh token.
    public func renewed(
        _ response: HTTPResponse,
        channel: Channel,
        now: Instant
    ) throws(ConnectorFailure) -> Grant {
        try TokenAnswer.grant(in: response, now: now)
    }

    /// Reddit's apps are made by hand.
    public func registration(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? { nil }

    /// The page on which the account's owner allows us, for good.
    public func consent(_ channel: Channel, proof: ConsentProof) throws(ConnectorFailure) -> String {
        let query = QueryText([
            "client_id": try channel.secret("client_id").reveal(), "response_type": "code", "state": proof.state,
            "redirect_uri": Self.landing(of: channel), "duration": "permanent", "scope": Self.scopes,
        ])
        return "https://www.reddit.com/api/v1/authorize?\(query)"
    }

    /// The owner's code for tokens.
    public func exchange(
        _ code: String,
        proof: ConsentProof,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        try tokens(
            ["grant_type": "authorization_code", "code": code, "redirect_uri": Self.landing(of: channel)],
            channel
        )
    }

    /// The tokens.
    public func granted(
        _ response: HTTPResponse,
        channel: Channel,
        now: Instant
    ) throws(ConnectorFailure) -> Grant {
        try TokenAnswer.grant(in: response, now: now)
    }

    private static func landing(of channel: Channel) -> String {
        channel.settings["redirect_uri"] ?? "http://localhost:8080"
    }

    private func tokens(
        _ form: KeyValuePairs<String, String?>,
        _ channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        let client = try channel.secret("client_id").reveal() + ":" + channel.secret("client_secret").reveal()
        // Tokens come from another host than everything else; a server of one's own answers both.
        let origin = channel.server == nil ? "https://www.reddit.com" : try Self.origin(of: channel)
        return HTTPRequest(
            url: origin + "/api/v1/access_token",
            headers: [
                HTTPField("Authorization", "Basic " + Data(client.utf8).base64EncodedString()), Self.agent(of: channel),
            ],
            form: QueryText(form)
        )
    }
}

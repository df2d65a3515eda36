import Foundation
public import HarkCore

extension XConnector: RenewingConnector, ConnectingConnector {
    /// A fresh access token; X gives a fresh refresh token with it and forgets the old one.
    public func renewal(of channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        guard let refresh = channel.secrets["refresh_token"] else { return nil }
        return try tokens(["grant_type": "refresh_token", "refresh_token": refresh.reveal()], channel)
    }

    /// Both fresh tokens.
    public func renewed(
        _ response: HTTPResponse,
        channel: Channel,
        now: Instant
    ) throws(ConnectorFailure) -> Grant {
        try TokenAnswer.grant(in: response, now: now)
    }

    /// Apps are made by hand in X's developer portal.
    public func registration(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? { nil }

    /// The page on which the account's owner allows us.
    public func consent(_ channel: Channel, proof: ConsentProof) throws(ConnectorFailure) -> String {
        let query = QueryText([
            "response_type": "code", "client_id": try channel.secret("client_id").reveal(),
            "redirect_uri": Self.landing(of: channel),
            "scope": "tweet.read users.read tweet.write dm.read dm.write offline.access", "state": proof.state,
            "code_challenge": proof.challenge, "code_challenge_method": "S256",
        ])
        return "https://x.com/i/oauth2/authorize?\(query)"
    }

    /// The owner's code for tokens; it is good for half a minute.
    public func exchange(
        _ code: String,
        proof: ConsentProof,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        try tokens(
            [
                "grant_type": "authorization_code", "code": code, "redirect_uri": Self.landing(of: channel),
                "code_verifier": proof.verifier,
            ],
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
        channel.settings["redirect_uri"] ?? "http://127.0.0.1:8080"
    }

    private func tokens(
        _ form: KeyValuePairs<String, String?>,
        _ channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        var body = QueryText(form)
        var headers: [HTTPField] = []
        let client = try channel.secret("client_id").reveal()
        if let secret = channel.secrets["client_secret"] {
            let pair = Data("\(client):\(secret.reveal())".utf8).base64EncodedString()
            headers.append(HTTPField("Authorization", "Basic \(pair)"))
        } else {
            body.add("client_id", client)
        }
        return HTTPRequest(url: try Self.origin(of: channel) + "/2/oauth2/token", headers: headers, form: body)
    }
}

/// Its access tokens end and are renewed by a call.
public protocol RenewingConnector: Connector {
    /// The call that gets a fresh access token from what the channel holds; nil when it holds nothing to renew with.
    func renewal(of channel: Channel) throws(ConnectorFailure) -> HTTPRequest?

    /// Reads the fresh token.
    func renewed(_ response: HTTPResponse, channel: Channel, now: Instant) throws(ConnectorFailure) -> Grant
}

/// Can be connected by its account's owner: `hark channels connect`.
public protocol ConnectingConnector: Connector {
    /// The call that makes us known to the server; nil where the operator does that by hand.
    func registration(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest?

    /// The page on which the owner allows us.
    ///
    /// - Parameters:
    ///   - channel: The channel, with what registering told.
    ///   - proof: What binds the owner's answer to this attempt.
    /// - Returns: The page's address.
    /// - Throws: ``ConnectorFailure/misconfigured(_:)`` where the channel lacks what the page needs.
    func consent(_ channel: Channel, proof: ConsentProof) throws(ConnectorFailure) -> String

    /// The call that turns the owner's code into tokens.
    func exchange(_ code: String, proof: ConsentProof, channel: Channel) throws(ConnectorFailure) -> HTTPRequest

    /// Reads the tokens, or what registering told.
    func granted(_ response: HTTPResponse, channel: Channel, now: Instant) throws(ConnectorFailure) -> Grant
}

/// What binds an owner's answer to the attempt that asked for it.
public struct ConsentProof: Sendable, Hashable {
    /// Comes back with the code.
    public var state: String
    /// The secret half of a proof key (RFC 7636).
    public var verifier: String
    /// Its public half: the verifier's SHA-256 in base64url.
    public var challenge: String

    /// What binds an owner's answer to its attempt.
    public init(state: String, verifier: String, challenge: String) {
        self.state = state
        self.verifier = verifier
        self.challenge = challenge
    }
}

/// The tokens of an OAuth 2 answer (RFC 6749, 5.1).
public struct TokenAnswer: Decodable, Sendable {
    @Tolerated var access_token: String?
    @Tolerated var refresh_token: String?
    @Tolerated var expires_in: LooseNumber?
    @Tolerated var client_id: TextID?
    @Tolerated var client_secret: String?

    /// The answer as a grant.
    ///
    /// - Parameters:
    ///   - response: What the token endpoint answered.
    ///   - now: From when on the token's life counts.
    /// - Returns: The grant.
    /// - Throws: ``ConnectorFailure/unreadable(_:)`` when it holds nothing.
    public static func grant(in response: HTTPResponse, now: Instant) throws(ConnectorFailure) -> Grant {
        guard let answer = try? response.body.readJSON(TokenAnswer.self) else {
            throw .unreadable("the answer to the request for a token is no JSON")
        }
        var secrets: [String: String] = [:]
        secrets["token"] = answer.access_token
        secrets["refresh_token"] = answer.refresh_token
        secrets["client_id"] = answer.client_id?.text
        secrets["client_secret"] = answer.client_secret
        guard !secrets.isEmpty else { throw .unreadable("the answer to the request for a token holds none") }
        return Grant(secrets: secrets, expiresAt: answer.expires_in.map { now + .seconds(max($0.integer, 1)) })
    }
}

public import HarkCore

extension BlueskyConnector: RenewingConnector {
    private struct Login: Encodable {
        var identifier: String
        var password: String
    }

    private struct Session: Decodable {
        struct Service: Decodable {
            @Tolerated var id: String?
            @Tolerated var serviceEndpoint: String?
        }

        struct Document: Decodable {
            @Tolerated var service: [Service]?
        }

        var accessJwt: String
        var refreshJwt: String
        @Tolerated var did: String?
        @Tolerated var didDoc: Document?
    }

    /// The session renewed by its refresh token; a login with the app password where there is none.
    ///
    /// Logins are few (300 a day), so the session is kept and renewed.
    public func renewal(of channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        let base = try Self.origin(of: channel) + "/xrpc/com.atproto.server."
        if let refresh = channel.secrets["refresh_token"], !refresh.reveal().isEmpty {
            return HTTPRequest(
                method: "POST",
                url: base + "refreshSession",
                headers: [HTTPField("Authorization", "Bearer \(refresh.reveal())")]
            )
        }
        guard let password = channel.secrets["app_password"] else { return nil }
        let identifier = channel.account.hasPrefix("@") ? String(channel.account.dropFirst()) : channel.account
        return try HTTPRequest(
            url: base + "createSession",
            json: Login(identifier: identifier, password: password.reveal())
        )
    }

    /// Both tokens of the session, our lasting id, and the server that keeps the account.
    public func renewed(
        _ response: HTTPResponse,
        channel: Channel,
        now: Instant
    ) throws(ConnectorFailure) -> Grant {
        guard let session = try? response.body.readJSON(Session.self) else {
            throw .unreadable("the server's answer to the login holds no session")
        }
        var settings: [String: String] = [:]
        settings["did"] = session.did
        settings["pds"] = session.didDoc?.service?.first { $0.id?.hasSuffix("#atproto_pds") ?? false }?.serviceEndpoint
        return Grant(
            secrets: ["token": session.accessJwt, "refresh_token": session.refreshJwt],
            settings: settings,
            // The servers give two hours.
            expiresAt: now + .minutes(110)
        )
    }
}
